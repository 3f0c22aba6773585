BEGIN TRANSACTION;
CREATE TABLE accounts (
    id         TEXT PRIMARY KEY,
    till_id    TEXT NOT NULL,
    provider   TEXT NOT NULL,
    label      TEXT NOT NULL,
    base_url   TEXT NOT NULL,
    settings   TEXT NOT NULL CHECK (json_valid(settings)),
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "accounts" VALUES('01a224ed-890d-7320-89a3-00594d35264d','01a224ed-88b5-7eac-a743-408bd8da83fb','digibank','digibank 1','http://127.0.0.1:8765/digibank','{"call_timeout_s": "30", "connect_timeout_s": "5", "customer_letters": true, "path_prefix": "/api/v1/payments", "read_timeout_s": "20", "time_zone": "Asia/Damascus", "units": "USDT USD BTC ETH"}',1,1795915876621408,NULL);
INSERT INTO "accounts" VALUES('01a224ed-8919-70c4-886b-a61de55436ba','01a224ed-88b5-7eac-a743-408bd8da83fb','resid','resid 1','http://127.0.0.1:8765/resid','{"auto_collect": false, "call_timeout_s": "30", "connect_timeout_s": "5", "merchant": "sandboxShop1", "preferred_method": "", "qr_template": "{token}", "read_timeout_s": "20", "units": "IRR IRT"}',2,1795915876633517,NULL);
CREATE TABLE events (
    sequence      INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    till_id       TEXT NOT NULL,
    at            INTEGER NOT NULL,
    operator_id   TEXT,
    subject_kind  TEXT NOT NULL,
    subject_id    TEXT NOT NULL,
    kind          TEXT NOT NULL,
    before        TEXT,
    after         TEXT,
    detail        TEXT NOT NULL CHECK (json_valid(detail)),
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
) STRICT;
INSERT INTO "events" VALUES(1,'01a224ed-8907-749a-8917-e56338078b80','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876615767,NULL,'operator','01a224ed-88b9-743b-ab34-1271e88e6ec3','added',NULL,'manager','{}','0000000000000000000000000000000000000000000000000000000000000000','45b96fee059bcc2bf38614e059c10af4fe69521c75208e344c9bc66333afec7b');
INSERT INTO "events" VALUES(2,'01a224ed-8916-735e-aa04-e83c892c4824','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876630546,'01a224ed-88b9-743b-ab34-1271e88e6ec3','account','01a224ed-890d-7320-89a3-00594d35264d','added',NULL,NULL,'{}','45b96fee059bcc2bf38614e059c10af4fe69521c75208e344c9bc66333afec7b','dc5f148249acb5e450dcec24f7e55e85f9e3a7cf6ffcc8fbc5095e0af7635d85');
INSERT INTO "events" VALUES(3,'01a224ed-8919-7b32-9d84-f9518ebf758e','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876633746,'01a224ed-88b9-743b-ab34-1271e88e6ec3','account','01a224ed-8919-70c4-886b-a61de55436ba','added',NULL,NULL,'{}','dc5f148249acb5e450dcec24f7e55e85f9e3a7cf6ffcc8fbc5095e0af7635d85','fd6724494033e7bb88c13b202b79ade42153040cb34afb9e52687f570f058030');
INSERT INTO "events" VALUES(4,'01a224ed-8935-7435-a243-5b6fab7389da','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876661658,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8935-7569-9cd8-5bf4340052a8','drafted',NULL,'draft','{}','fd6724494033e7bb88c13b202b79ade42153040cb34afb9e52687f570f058030','88a080d386a9a431f77a072b4a469841bae7f30653b905d9638d276afcf8f163');
INSERT INTO "events" VALUES(5,'01a224ed-8939-72a2-bba0-4c71f407b3a4','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876665952,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-8939-79ad-b9d6-6e152499eb54','open_payment',NULL,'prepared','{}','88a080d386a9a431f77a072b4a469841bae7f30653b905d9638d276afcf8f163','a2c4e85eb402e598a9ec83839c0d853c135de1d543ed0353de3651161a26eaaa');
INSERT INTO "events" VALUES(6,'01a224ed-893a-7f7e-81ac-558e9759955a','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876666186,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8935-7569-9cd8-5bf4340052a8','state','draft','requesting','{}','a2c4e85eb402e598a9ec83839c0d853c135de1d543ed0353de3651161a26eaaa','5169f328eee357eeaa39c354a9f6bd18e95de0a2f2ed20b671cc7bde67cb9a20');
INSERT INTO "events" VALUES(7,'01a224ed-893b-7b51-a262-f12a295ef0e2','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876667647,NULL,'operation','01a224ed-8939-79ad-b9d6-6e152499eb54','state','prepared','sent','{}','5169f328eee357eeaa39c354a9f6bd18e95de0a2f2ed20b671cc7bde67cb9a20','037da966a4118cbe6bd7f4e468384c040ca420c16a7857c5e62c128b5afd6689');
INSERT INTO "events" VALUES(8,'01a224ed-8963-7bf8-82f6-fe1c75130197','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876707844,NULL,'operation','01a224ed-8939-79ad-b9d6-6e152499eb54','state','sent','answered','{}','037da966a4118cbe6bd7f4e468384c040ca420c16a7857c5e62c128b5afd6689','8deea7313d89e4c2c1edd4e1db9927cd141949654c2816237904d11aa28876ee');
INSERT INTO "events" VALUES(9,'01a224ed-8964-7f8f-8caa-3efd4549dbba','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876708066,NULL,'operation','01a224ed-8939-79ad-b9d6-6e152499eb54','state','answered','applied','{}','8deea7313d89e4c2c1edd4e1db9927cd141949654c2816237904d11aa28876ee','420ab0967a6ef6426c7fe77f1caacfae43dc25b91ee255d5eecce18d4bc877bb');
INSERT INTO "events" VALUES(10,'01a224ed-8964-75ab-9cf6-8b667173ec83','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876708213,NULL,'payment','01a224ed-8935-7569-9cd8-5bf4340052a8','state','requesting','awaiting_customer','{}','420ab0967a6ef6426c7fe77f1caacfae43dc25b91ee255d5eecce18d4bc877bb','d9b15fda9a6672e7203ee8791b6b3321b636ade1cddf4a27be297c43c0844790');
INSERT INTO "events" VALUES(11,'01a224ed-8979-7804-8c8e-5d86695aedcb','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876729135,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-8978-7c58-9921-51c0c5a324ea','settle_payment',NULL,'prepared','{}','d9b15fda9a6672e7203ee8791b6b3321b636ade1cddf4a27be297c43c0844790','6e8cbb50fce753ef316f38fd018d9d35c3b006e3c4afa79cb979a9372d809af1');
INSERT INTO "events" VALUES(12,'01a224ed-8979-7f99-a939-6fb89896e430','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876729339,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8935-7569-9cd8-5bf4340052a8','state','awaiting_customer','confirming','{}','6e8cbb50fce753ef316f38fd018d9d35c3b006e3c4afa79cb979a9372d809af1','9f3a991fbc84157c803cc269bb63a519518df3be1cddc62a97a6099203dc0401');
INSERT INTO "events" VALUES(13,'01a224ed-8981-7b91-bd26-1b628f9499bc','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876737488,NULL,'operation','01a224ed-8978-7c58-9921-51c0c5a324ea','state','prepared','sent','{}','9f3a991fbc84157c803cc269bb63a519518df3be1cddc62a97a6099203dc0401','346ead04c77b74899c89edcfd90814d479ad45f0f17e142a4a4eefff4a7d5a36');
INSERT INTO "events" VALUES(14,'01a224ed-8992-706c-a8d1-da7cb76bbd28','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876754382,NULL,'operation','01a224ed-8978-7c58-9921-51c0c5a324ea','state','sent','answered','{}','346ead04c77b74899c89edcfd90814d479ad45f0f17e142a4a4eefff4a7d5a36','f4ad056f6088ae9cc5af33bec12627755358185636c9e593c347f674a375ccb7');
INSERT INTO "events" VALUES(15,'01a224ed-8992-783b-aed8-0a345510bbd2','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876754564,NULL,'operation','01a224ed-8978-7c58-9921-51c0c5a324ea','state','answered','applied','{}','f4ad056f6088ae9cc5af33bec12627755358185636c9e593c347f674a375ccb7','75e7d2aed5e786bc04bcd32f86d59feb31f7353d8e864bfa2c4be9115c278706');
INSERT INTO "events" VALUES(16,'01a224ed-8992-73f7-b8c5-405dd4586d9d','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876754693,NULL,'payment','01a224ed-8935-7569-9cd8-5bf4340052a8','state','confirming','paid','{}','75e7d2aed5e786bc04bcd32f86d59feb31f7353d8e864bfa2c4be9115c278706','1b602fd95d0145541cd57564dda8554e466276c12a26480298fa20e5c82c3d7c');
INSERT INTO "events" VALUES(17,'01a224ed-8993-73cb-aed4-1f16969efb79','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876755708,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8993-740d-965c-10e3e48a113f','drafted',NULL,'draft','{}','1b602fd95d0145541cd57564dda8554e466276c12a26480298fa20e5c82c3d7c','51adc35826b50ea70bdb31e8e5ec80b4cc753c385f4a11181b157216fbd82f19');
INSERT INTO "events" VALUES(18,'01a224ed-899a-7d71-96c7-5c212e0b59c6','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876762720,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-899a-7ec5-8076-d14518d65b6a','open_payment',NULL,'prepared','{}','51adc35826b50ea70bdb31e8e5ec80b4cc753c385f4a11181b157216fbd82f19','97ab06b1b9239215e4b17a6c7961050211a757345e256c3cf312cb3bffa379c9');
INSERT INTO "events" VALUES(19,'01a224ed-899a-77fd-9357-2061c9bab23f','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876762918,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8993-740d-965c-10e3e48a113f','state','draft','requesting','{}','97ab06b1b9239215e4b17a6c7961050211a757345e256c3cf312cb3bffa379c9','6fe47d3fbf6013116f55233e6b28e06fc38c82105cc14ecc01e277c4868c3830');
INSERT INTO "events" VALUES(20,'01a224ed-899c-7c82-a69e-8d3ee6248b44','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876764822,NULL,'operation','01a224ed-899a-7ec5-8076-d14518d65b6a','state','prepared','sent','{}','6fe47d3fbf6013116f55233e6b28e06fc38c82105cc14ecc01e277c4868c3830','09bbcfbf90f952181ca39a3eb6f437ee48776eb5d2e3d5dd8be96dddc06343a5');
INSERT INTO "events" VALUES(21,'01a224ed-89aa-7885-8eb1-8204ec1a025e','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876778359,NULL,'operation','01a224ed-899a-7ec5-8076-d14518d65b6a','state','sent','answered','{}','09bbcfbf90f952181ca39a3eb6f437ee48776eb5d2e3d5dd8be96dddc06343a5','42be79f9baa96445560ab7dd0fb672dd1321a6ef76e8b922a54d3585ee018027');
INSERT INTO "events" VALUES(22,'01a224ed-89aa-770c-8e8a-ff7ec2aa6646','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876778501,NULL,'operation','01a224ed-899a-7ec5-8076-d14518d65b6a','state','answered','applied','{}','42be79f9baa96445560ab7dd0fb672dd1321a6ef76e8b922a54d3585ee018027','5e3a58703ef796621884787673e6f892d1c847befd00d2b424407ba3d9fe0487');
INSERT INTO "events" VALUES(23,'01a224ed-89aa-784e-941b-08c9779c2c15','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876778632,NULL,'payment','01a224ed-8993-740d-965c-10e3e48a113f','state','requesting','awaiting_customer','{}','5e3a58703ef796621884787673e6f892d1c847befd00d2b424407ba3d9fe0487','61134bd267da58be1973c4c892dff4c0165327f5bcbb5730aabd13c1d254c4e7');
INSERT INTO "events" VALUES(24,'01a224ed-89ad-7cfa-a3d7-5581b949f6ae','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876781709,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89ad-7adc-ba32-a15af3e169f8','drafted',NULL,'draft','{}','61134bd267da58be1973c4c892dff4c0165327f5bcbb5730aabd13c1d254c4e7','15409954c6724c6651d95498853ab0de8119030e0f961440908a99a6a25b0c24');
INSERT INTO "events" VALUES(25,'01a224ed-89b9-753b-9056-78aa73fefd59','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876793621,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-89b9-7407-a180-d77823d6bce6','open_payment',NULL,'prepared','{}','15409954c6724c6651d95498853ab0de8119030e0f961440908a99a6a25b0c24','f437faece3e7fca24e3a383d81dabb40c4109fdc547836437cf18ece56ebea9e');
INSERT INTO "events" VALUES(26,'01a224ed-89b9-76fa-ad01-90928b29eabf','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876793789,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89ad-7adc-ba32-a15af3e169f8','state','draft','requesting','{}','f437faece3e7fca24e3a383d81dabb40c4109fdc547836437cf18ece56ebea9e','1731ef4b3b0b1c28a8e4bd9865ddfd4904595cce57f7bbacd808f70676e2cf1a');
INSERT INTO "events" VALUES(27,'01a224ed-89bf-7e1c-aef0-8e91bd167c91','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876799897,NULL,'operation','01a224ed-89b9-7407-a180-d77823d6bce6','state','prepared','sent','{}','1731ef4b3b0b1c28a8e4bd9865ddfd4904595cce57f7bbacd808f70676e2cf1a','71fc5ad3c1b3a3d1e5e2c7cc4751530aec57c699b4cfbe8a00e3a7225ec9838b');
INSERT INTO "events" VALUES(28,'01a224ed-89c4-7fef-b7ce-f519ba4779db','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876804339,NULL,'operation','01a224ed-89b9-7407-a180-d77823d6bce6','state','sent','answered','{}','71fc5ad3c1b3a3d1e5e2c7cc4751530aec57c699b4cfbe8a00e3a7225ec9838b','87b5280ca72cbebbaafdd9ff1628ccae2ddfda3e25dc2c613bb43183a2904c3f');
INSERT INTO "events" VALUES(29,'01a224ed-89c4-7bcc-b899-1f90f953bf29','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876804464,NULL,'operation','01a224ed-89b9-7407-a180-d77823d6bce6','state','answered','applied','{}','87b5280ca72cbebbaafdd9ff1628ccae2ddfda3e25dc2c613bb43183a2904c3f','597bcc80099054addb8cf15be373066d8d4528729df3a905b8d52aa380dd16ca');
INSERT INTO "events" VALUES(30,'01a224ed-89c4-788e-a680-43e9fb954af2','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876804579,NULL,'payment','01a224ed-89ad-7adc-ba32-a15af3e169f8','state','requesting','awaiting_customer','{}','597bcc80099054addb8cf15be373066d8d4528729df3a905b8d52aa380dd16ca','8825bb9a1a63ceb215bd1c53060ec9cc39e617ed39c6e1c95ecfefb17c77f78b');
INSERT INTO "events" VALUES(31,'01a224ed-89cc-7735-a9de-00795e245c46','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876812810,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89ad-7adc-ba32-a15af3e169f8','state','awaiting_customer','cancelled','{"reason": "by_person"}','8825bb9a1a63ceb215bd1c53060ec9cc39e617ed39c6e1c95ecfefb17c77f78b','3940fa18464848bf43d118fcde2cc73c6efe0aae77ef6dad81242c755165fdd3');
INSERT INTO "events" VALUES(32,'01a224ed-89d6-7412-9b61-16513cd091d5','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876822165,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89d5-7663-8b65-07f595ffcfef','drafted',NULL,'draft','{}','3940fa18464848bf43d118fcde2cc73c6efe0aae77ef6dad81242c755165fdd3','c051a64c58ab4f5ada40a550f669a16b8b60fbff73a9b71fd41b71831de6d052');
INSERT INTO "events" VALUES(33,'01a224ed-89d9-711e-b617-c3742f894370','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876825763,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-89d9-7655-8700-e6548a76a118','open_payment',NULL,'prepared','{}','c051a64c58ab4f5ada40a550f669a16b8b60fbff73a9b71fd41b71831de6d052','1c2f95dfe57958c4b7653530f76a17e16ba8ef657900de571b66da878ba7defd');
INSERT INTO "events" VALUES(34,'01a224ed-89d9-7372-8f6d-b557a03e7f9d','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876825915,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89d5-7663-8b65-07f595ffcfef','state','draft','requesting','{}','1c2f95dfe57958c4b7653530f76a17e16ba8ef657900de571b66da878ba7defd','8d0aa805ef28960318f71e8028e054a6c0167b5646b7b00844e20c10b43764a7');
INSERT INTO "events" VALUES(35,'01a224ed-89e1-7fa6-9c16-584c9126f18f','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876833681,NULL,'operation','01a224ed-89d9-7655-8700-e6548a76a118','state','prepared','sent','{}','8d0aa805ef28960318f71e8028e054a6c0167b5646b7b00844e20c10b43764a7','091021b0f9354e6ce81f7b14accebc8434d73e1679809a61e2cad1e39198bbb5');
INSERT INTO "events" VALUES(36,'01a224ed-89ea-731f-89de-29903a40f7ec','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876842517,NULL,'operation','01a224ed-89d9-7655-8700-e6548a76a118','state','sent','answered','{}','091021b0f9354e6ce81f7b14accebc8434d73e1679809a61e2cad1e39198bbb5','b6060b17fdb7d8c16e9558f561e0dd355948533edaa6fc65b0b5fa3eef081f7e');
INSERT INTO "events" VALUES(37,'01a224ed-89ea-75e1-a5a6-c4d6d8f2b652','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876842656,NULL,'operation','01a224ed-89d9-7655-8700-e6548a76a118','state','answered','applied','{}','b6060b17fdb7d8c16e9558f561e0dd355948533edaa6fc65b0b5fa3eef081f7e','8336c2221190a84593a2110ddeb07d57d54de935c9db39663b90541e314d8902');
INSERT INTO "events" VALUES(38,'01a224ed-89ea-704c-b9c5-0611f3e8cd93','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876842775,NULL,'payment','01a224ed-89d5-7663-8b65-07f595ffcfef','state','requesting','awaiting_customer','{}','8336c2221190a84593a2110ddeb07d57d54de935c9db39663b90541e314d8902','8eebd9967b569d0fffa90d7a16ef3fd8204339da4cc21a00feb88323097dad73');
INSERT INTO "events" VALUES(39,'01a224ed-89fb-7ce5-a07d-e7751bbf9399','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876859432,NULL,'payment','01a224ed-89d5-7663-8b65-07f595ffcfef','customer_paid',NULL,'awaiting_customer','{}','8eebd9967b569d0fffa90d7a16ef3fd8204339da4cc21a00feb88323097dad73','bf21fcfd9f5ee65965881526e896f03e21bedcf71e5cd408b07f903af98c3cb3');
INSERT INTO "events" VALUES(40,'01a224ed-89fc-7daa-9833-2befdf575e81','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876860956,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-89fc-73ea-aac6-4b5983a6439e','settle_payment',NULL,'prepared','{}','bf21fcfd9f5ee65965881526e896f03e21bedcf71e5cd408b07f903af98c3cb3','e86b962cbb34c577a24de1e2dfe2a36bc43c9ea079e51e8be52be4342eb326fd');
INSERT INTO "events" VALUES(41,'01a224ed-89fd-7774-b729-321e712dc2a7','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876861103,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-89d5-7663-8b65-07f595ffcfef','state','awaiting_customer','confirming','{}','e86b962cbb34c577a24de1e2dfe2a36bc43c9ea079e51e8be52be4342eb326fd','ae71a0032bb91f651fcf0098855d96de4280d521422be5cf48eec0920310b578');
INSERT INTO "events" VALUES(42,'01a224ed-8a05-797f-98e2-5b524105d219','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876869770,NULL,'operation','01a224ed-89fc-73ea-aac6-4b5983a6439e','state','prepared','sent','{}','ae71a0032bb91f651fcf0098855d96de4280d521422be5cf48eec0920310b578','753ca4b4d3e2fc8bbf1ad0dbc569100d3864131ba68914f2be04104b9ec99141');
INSERT INTO "events" VALUES(43,'01a224ed-8a0b-79a7-a905-b9f4f47f17fb','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876875948,NULL,'operation','01a224ed-89fc-73ea-aac6-4b5983a6439e','state','sent','answered','{}','753ca4b4d3e2fc8bbf1ad0dbc569100d3864131ba68914f2be04104b9ec99141','4062d009af268ca5dfd377dafa2e67f72523ab1572bd503ac323e987aa73ccc0');
INSERT INTO "events" VALUES(44,'01a224ed-8a0c-700b-a14b-cce278a167ae','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876876095,NULL,'operation','01a224ed-89fc-73ea-aac6-4b5983a6439e','state','answered','applied','{}','4062d009af268ca5dfd377dafa2e67f72523ab1572bd503ac323e987aa73ccc0','f83d09c53fdf132bccd34e4848d52a8e7b17e2d9b119e6469ec6e281b5de13f7');
INSERT INTO "events" VALUES(45,'01a224ed-8a0c-7898-98da-11922fee812e','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876876212,NULL,'payment','01a224ed-89d5-7663-8b65-07f595ffcfef','state','confirming','paid','{}','f83d09c53fdf132bccd34e4848d52a8e7b17e2d9b119e6469ec6e281b5de13f7','7a941bdef58aad64a65300d069b840f53a9a86d013e0c34cd22334f47861449a');
INSERT INTO "events" VALUES(46,'01a224ed-8a12-7c96-b97c-bc116afe0f7c','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876882503,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8a12-7c22-a3a0-1c0c98c54e5d','drafted',NULL,'draft','{}','7a941bdef58aad64a65300d069b840f53a9a86d013e0c34cd22334f47861449a','61ac7e07fbe192ae9488ce7a4f03fc8a719cc4bce6f5fa69b71b0a7bea8a48be');
INSERT INTO "events" VALUES(47,'01a224ed-8a15-7f93-8017-7a630b0addf5','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876885622,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8a15-7299-a206-a809f5b5e5d3','drafted',NULL,'draft','{}','61ac7e07fbe192ae9488ce7a4f03fc8a719cc4bce6f5fa69b71b0a7bea8a48be','70743e2e6a61786ccc3d3155a6835b995043121ef632890d3d8114ac6f08ff43');
INSERT INTO "events" VALUES(48,'01a224ed-8a1e-7307-b327-adf0cb88ec0f','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876894018,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-8a1d-7243-adc6-93e8ccfe7bf0','open_payment',NULL,'prepared','{}','70743e2e6a61786ccc3d3155a6835b995043121ef632890d3d8114ac6f08ff43','38fe18eec5bdb23bd6c8299fbbdd818d578d127ca674758d391b3116568a8083');
INSERT INTO "events" VALUES(49,'01a224ed-8a1e-724e-8c42-a48cdb4c4eca','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876894196,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8a15-7299-a206-a809f5b5e5d3','state','draft','requesting','{}','38fe18eec5bdb23bd6c8299fbbdd818d578d127ca674758d391b3116568a8083','507aef121beb10dfa4979c6764f435eb25b257d9ee16cc4b012d6ac5d7c92937');
INSERT INTO "events" VALUES(50,'01a224ed-8a1f-797b-b9ba-15199319e638','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876895065,NULL,'operation','01a224ed-8a1d-7243-adc6-93e8ccfe7bf0','state','prepared','sent','{}','507aef121beb10dfa4979c6764f435eb25b257d9ee16cc4b012d6ac5d7c92937','a53befc3f8cbf0ff5a37e334eb99ee839f33f79cbf413445aabf04d3952f2d9b');
INSERT INTO "events" VALUES(51,'01a224ed-8a28-74db-b70b-82fd8cbe370d','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876904820,NULL,'operation','01a224ed-8a1d-7243-adc6-93e8ccfe7bf0','state','sent','answered','{}','a53befc3f8cbf0ff5a37e334eb99ee839f33f79cbf413445aabf04d3952f2d9b','10e334bec465bb2014ba02cceed518d2286c681a0c8ca70af0fd12c2255179f8');
INSERT INTO "events" VALUES(52,'01a224ed-8a29-7ab9-8052-31f82244454a','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876905068,NULL,'operation','01a224ed-8a1d-7243-adc6-93e8ccfe7bf0','state','answered','applied','{}','10e334bec465bb2014ba02cceed518d2286c681a0c8ca70af0fd12c2255179f8','5e4b1eb36953a5af5bc78fe3287a41c703111ee1a9a05cb2b6ef4e697459eb7d');
INSERT INTO "events" VALUES(53,'01a224ed-8a29-7856-b662-4758928f1fb0','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876905254,NULL,'payment','01a224ed-8a15-7299-a206-a809f5b5e5d3','state','requesting','awaiting_customer','{}','5e4b1eb36953a5af5bc78fe3287a41c703111ee1a9a05cb2b6ef4e697459eb7d','8dcd786c9191613f3af5c7d4a42abd86a6eac3181f3dd1d462f85193b18cbbe1');
INSERT INTO "events" VALUES(54,'01a224ed-8a35-7bcd-8586-1ef1f64fdf99','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876917162,'01a224ed-88b9-743b-ab34-1271e88e6ec3','operation','01a224ed-8a35-7d51-bba6-3ee1987775f9','settle_payment',NULL,'prepared','{}','8dcd786c9191613f3af5c7d4a42abd86a6eac3181f3dd1d462f85193b18cbbe1','9db72dc1622cd3bef3b576a133d848ee92a50c10ad878ae07cd5346cf998cfd0');
INSERT INTO "events" VALUES(55,'01a224ed-8a35-7917-8d96-efe7e3ddfe0f','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876917336,'01a224ed-88b9-743b-ab34-1271e88e6ec3','payment','01a224ed-8a15-7299-a206-a809f5b5e5d3','state','awaiting_customer','confirming','{}','9db72dc1622cd3bef3b576a133d848ee92a50c10ad878ae07cd5346cf998cfd0','d2bc99f6f8f97e19d774c02d26dd24d7c5d9a5146a38b3047bbfd2ce11db96e3');
INSERT INTO "events" VALUES(56,'01a224ed-8a39-75d7-b838-93c1e141f853','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876921736,NULL,'operation','01a224ed-8a35-7d51-bba6-3ee1987775f9','state','prepared','sent','{}','d2bc99f6f8f97e19d774c02d26dd24d7c5d9a5146a38b3047bbfd2ce11db96e3','ba989e98fc5c5630be1c1efc099884d0c2f4793c04e93a1e90b0c39906556b2c');
INSERT INTO "events" VALUES(57,'01a224ed-8a44-7993-8f7f-53340b339bd0','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876932785,NULL,'operation','01a224ed-8a35-7d51-bba6-3ee1987775f9','state','sent','unknown','{"error": "no whole answer came: ReadError"}','ba989e98fc5c5630be1c1efc099884d0c2f4793c04e93a1e90b0c39906556b2c','2ea40e4abc3352bad76c9f72e60cb00c4266ae89b9421ca49994e789d47ff23f');
INSERT INTO "events" VALUES(58,'01a224ed-8a45-7588-b184-b05ae83f795f','01a224ed-88b5-7eac-a743-408bd8da83fb',1795915876933029,NULL,'payment','01a224ed-8a15-7299-a206-a809f5b5e5d3','state','confirming','unknown','{"reason": "no_answer"}','2ea40e4abc3352bad76c9f72e60cb00c4266ae89b9421ca49994e789d47ff23f','aa53b500f7dc922978f6a3ed2a4938f04eccf6f56d4a66584b2c9d479066c836');
CREATE TABLE operations (
    id              TEXT PRIMARY KEY,
    till_id         TEXT NOT NULL,
    account_id      TEXT NOT NULL REFERENCES accounts (id),
    subject_id      TEXT NOT NULL,
    kind            TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN (
        'prepared', 'sent', 'answered', 'applied', 'refused', 'not_sent', 'unknown', 'reconciling',
        'needs_person')),
    input           TEXT NOT NULL CHECK (json_valid(input)),
    prepared_at     INTEGER NOT NULL,
    sent_at         INTEGER,
    answered_at     INTEGER,
    settled_at      INTEGER,
    answer          TEXT,
    error           TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER
) STRICT;
INSERT INTO "operations" VALUES('01a224ed-8939-79ad-b9d6-6e152499eb54','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8935-7569-9cd8-5bf4340052a8','open_payment','applied','{}',1795915876665741,1795915876667405,1795915876707555,1795915876707555,'{"code":0,"result":{"requestId":"e3e70682-c209-4cac-a29f-6fbed82c07cd","expiryDate":"2026-11-29T04:36:16.6990730"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-8978-7c58-9921-51c0c5a324ea','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8935-7569-9cd8-5bf4340052a8','settle_payment','applied','{"key": "e3e70682-c209-4cac-a29f-6fbed82c07cd"}',1795915876729035,1795915876737277,1795915876754196,1795915876754196,'{"code":0,"result":{"id":1}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-899a-7ec5-8076-d14518d65b6a','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8993-740d-965c-10e3e48a113f','open_payment','applied','{}',1795915876762618,1795915876764669,1795915876778140,1795915876778140,'{"code":0,"result":{"requestId":"7c65c1e5-82e2-4662-b728-b4fa42485e3a","expiryDate":"2026-11-29T04:36:16.7675420"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-89b9-7407-a180-d77823d6bce6','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-89ad-7adc-ba32-a15af3e169f8','open_payment','applied','{}',1795915876793535,1795915876799696,1795915876804175,1795915876804175,'{"code":0,"result":{"requestId":"4da5e709-d471-4d60-88a7-0639eb1167b3","expiryDate":"2026-11-29T04:36:16.8027120"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-89d9-7655-8700-e6548a76a118','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-8919-70c4-886b-a61de55436ba','01a224ed-89d5-7663-8b65-07f595ffcfef','open_payment','applied','{}',1795915876825685,1795915876833450,1795915876842343,1795915876842343,'{"message":"OK","info":{"token":"w3niifX9HR"},"errors":[]}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-89fc-73ea-aac6-4b5983a6439e','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-8919-70c4-886b-a61de55436ba','01a224ed-89d5-7663-8b65-07f595ffcfef','settle_payment','applied','{"key": "w3niifX9HR"}',1795915876860842,1795915876869547,1795915876875771,1795915876875771,'{"merchant":{"display_name":"فروشگاه نمونه","display_image":"","display_biz_name":"پوشاک نمونه"},"description":"","payer":"0912*****77","created":"2026-11-29T05:01:16.840807+03:30","amount":50000,"paid":"2026-11-29T05:01:16.854731+03:30","token":"w3niifX9HR","outcome":{"rrn":"162788563211","total_amount":50000,"tip":0,"state":"pending","state_error":null,"method":"asanpardakht"},"payload":"01a224ed-89d5-7663-8b65-07f595ffcfef"}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-8a1d-7243-adc6-93e8ccfe7bf0','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8a15-7299-a206-a809f5b5e5d3','open_payment','applied','{}',1795915876893933,1795915876894933,1795915876904607,1795915876904607,'{"code":0,"result":{"requestId":"12e0c8b2-bad6-40fb-9948-8dec4f65d4d9","expiryDate":"2026-11-29T04:36:16.9029680"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-8a35-7d51-bba6-3ee1987775f9','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8a15-7299-a206-a809f5b5e5d3','settle_payment','unknown','{"code": "942500", "key": "12e0c8b2-bad6-40fb-9948-8dec4f65d4d9"}',1795915876917076,1795915876921543,NULL,NULL,NULL,'no whole answer came: ReadError',0,1795915876932592);
CREATE TABLE operators (
    id             TEXT PRIMARY KEY,
    till_id        TEXT NOT NULL,
    name           TEXT NOT NULL,
    role           TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
    pin_hash       TEXT NOT NULL,
    failed_tries   INTEGER NOT NULL DEFAULT 0,
    last_failed_at INTEGER,
    created_at     INTEGER NOT NULL,
    removed_at     INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "operators" VALUES('01a224ed-88b9-743b-ab34-1271e88e6ec3','01a224ed-88b5-7eac-a743-408bd8da83fb','Mina Example','manager','$argon2id$v=19$m=19456,t=2,p=1$BCNW2s9eCaJ8PVZ++8WHOA$2Zyc1W1nO0JJMmHDqiBJ25lumym1KX5dnjLt1w/leTE',0,NULL,1795915876615403,NULL);
CREATE TABLE payments (
    id                 TEXT PRIMARY KEY,
    till_id            TEXT NOT NULL,
    account_id         TEXT NOT NULL REFERENCES accounts (id),
    -- One press of "send" is one payment, however often it arrives.
    intent_id          TEXT NOT NULL UNIQUE,
    reference          TEXT NOT NULL UNIQUE,
    amount             TEXT NOT NULL,
    unit               TEXT NOT NULL,
    customer_no        TEXT NOT NULL,
    note               TEXT NOT NULL,
    state              TEXT NOT NULL CHECK (state IN (
        'draft', 'requesting', 'awaiting_customer', 'confirming', 'paid', 'declined', 'expired',
        'cancelled', 'unknown', 'auto_refunded')),
    reason             TEXT,
    operator_id        TEXT REFERENCES operators (id),
    provider_key       TEXT,
    expires_at         INTEGER,
    customer_paid_at   INTEGER,
    paid_at            INTEGER,
    provider_reference TEXT,
    provider_message   TEXT,
    created_at         INTEGER NOT NULL,
    updated_at         INTEGER NOT NULL,
    version            INTEGER NOT NULL
) STRICT;
INSERT INTO "payments" VALUES('01a224ed-8935-7569-9cd8-5bf4340052a8','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-891d-7ee1-98e9-fbe0c320af61','1SDYQ4KT28','12.5','USDT','00142277','','paid',NULL,'01a224ed-88b9-743b-ab34-1271e88e6ec3','e3e70682-c209-4cac-a29f-6fbed82c07cd',1795916176699073,NULL,1795915876754593,'1',NULL,1795915876661033,1795915876754602,5);
INSERT INTO "payments" VALUES('01a224ed-8993-740d-965c-10e3e48a113f','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8993-7a63-8c0a-64c1227a1c24','1SDYQ492VA','20','USDT','00142277','','awaiting_customer',NULL,'01a224ed-88b9-743b-ab34-1271e88e6ec3','7c65c1e5-82e2-4662-b728-b4fa42485e3a',1795916176767542,NULL,NULL,NULL,NULL,1795915876755551,1795915876778536,3);
INSERT INTO "payments" VALUES('01a224ed-89ad-7adc-ba32-a15af3e169f8','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-89ad-7fba-b22c-c8a02a8bb7b7','1SDYQ4JRMN','7','USDT','00142277','','cancelled','by_person','01a224ed-88b9-743b-ab34-1271e88e6ec3','4da5e709-d471-4d60-88a7-0639eb1167b3',1795916176802712,NULL,NULL,NULL,NULL,1795915876781501,1795915876812651,4);
INSERT INTO "payments" VALUES('01a224ed-89d5-7663-8b65-07f595ffcfef','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-8919-70c4-886b-a61de55436ba','01a224ed-89d1-7f25-ba80-882f2a9fdef9','1SDYQ4AD11','50000','IRR','','','paid',NULL,'01a224ed-88b9-743b-ab34-1271e88e6ec3','w3niifX9HR',1795917076837355,1795915876854731,1795915876854731,'162788563211',NULL,1795915876821831,1795915876876126,6);
INSERT INTO "payments" VALUES('01a224ed-8a12-7c22-a3a0-1c0c98c54e5d','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-8919-70c4-886b-a61de55436ba','01a224ed-8a12-775a-8cc4-12d71eeb0529','1SDYQ4QE6X','70000','IRR','','','draft',NULL,'01a224ed-88b9-743b-ab34-1271e88e6ec3',NULL,NULL,NULL,NULL,NULL,NULL,1795915876882241,1795915876882241,1);
INSERT INTO "payments" VALUES('01a224ed-8a15-7299-a206-a809f5b5e5d3','01a224ed-88b5-7eac-a743-408bd8da83fb','01a224ed-890d-7320-89a3-00594d35264d','01a224ed-8a15-7778-b476-6c4c4c8b2ebd','1SDYQ493E3','3','USDT','00142277','','unknown','no_answer','01a224ed-88b9-743b-ab34-1271e88e6ec3','12e0c8b2-bad6-40fb-9948-8dec4f65d4d9',1795916176902968,NULL,NULL,NULL,NULL,1795915876885411,1795915876932915,5);
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('appearance','system');
INSERT INTO "settings" VALUES('language','fa');
INSERT INTO "settings" VALUES('shop_name','');
INSERT INTO "settings" VALUES('till_id','01a224ed-88b5-7eac-a743-408bd8da83fb');
INSERT INTO "settings" VALUES('time_zone','Asia/Tehran');
CREATE INDEX payments_newest ON payments (created_at, id);
CREATE INDEX payments_open ON payments (created_at, id)
    WHERE state IN ('draft', 'requesting', 'awaiting_customer', 'confirming', 'unknown');
CREATE INDEX operations_of_subject ON operations (subject_id, id);
CREATE INDEX operations_unsettled ON operations (id) WHERE state NOT IN ('applied', 'refused', 'not_sent');
CREATE UNIQUE INDEX operations_one_at_a_time ON operations (subject_id)
    WHERE state IN ('prepared', 'sent', 'answered');
CREATE INDEX events_of_subject ON events (subject_id, sequence);
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
COMMIT;
PRAGMA application_id = 1131636850;
PRAGMA user_version = 1;
