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
INSERT INTO "accounts" VALUES('01a224ed-9881-709b-9a1e-74767c348696','01a224ed-97f5-7608-8b60-2e9aef1cbdab','digibank','digibank 1','http://127.0.0.1:8765/digibank','{"call_timeout_s": "30", "connect_timeout_s": "5", "customer_letters": true, "path_prefix": "/api/v1/payments", "read_timeout_s": "20", "time_zone": "Asia/Damascus", "units": "USDT USD BTC ETH"}',1,1795915880577535,NULL);
INSERT INTO "accounts" VALUES('01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','01a224ed-97f5-7608-8b60-2e9aef1cbdab','resid','resid 1','http://127.0.0.1:8765/resid','{"auto_collect": false, "call_timeout_s": "30", "connect_timeout_s": "5", "merchant": "sandboxShop1", "preferred_method": "", "qr_template": "{token}", "read_timeout_s": "20", "units": "IRR IRT"}',2,1795915880608009,NULL);
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
INSERT INTO "events" VALUES(1,'01a224ed-9875-7118-9ce2-29c053dcd451','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880565152,NULL,'operator','01a224ed-97f6-79be-b15d-ff85bff172ba','added',NULL,'manager','{}','0000000000000000000000000000000000000000000000000000000000000000','6a15e43f5cd0826e0930c978f0f88c3ea32f333dec03e6778207669526a86a5d');
INSERT INTO "events" VALUES(2,'01a224ed-989a-7af3-90e6-bfe0f8e859b1','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880602763,'01a224ed-97f6-79be-b15d-ff85bff172ba','account','01a224ed-9881-709b-9a1e-74767c348696','added',NULL,NULL,'{}','6a15e43f5cd0826e0930c978f0f88c3ea32f333dec03e6778207669526a86a5d','0dfa18170bdab2c8deca27f3c37d966d0879ba064907d86f873c9591cb8e001d');
INSERT INTO "events" VALUES(3,'01a224ed-98a0-7364-84d5-c7f76d56af65','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880608251,'01a224ed-97f6-79be-b15d-ff85bff172ba','account','01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','added',NULL,NULL,'{}','0dfa18170bdab2c8deca27f3c37d966d0879ba064907d86f873c9591cb8e001d','44d465d6f0d9bdcbebd8fb3b44e22fca9aea2d2f6b753388c4e89fb080658c17');
INSERT INTO "events" VALUES(4,'01a224ed-98ac-7d39-99f4-4dcc64bcb8f5','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880620266,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','drafted',NULL,'draft','{}','44d465d6f0d9bdcbebd8fb3b44e22fca9aea2d2f6b753388c4e89fb080658c17','575e77cb28589641ec6a1e365d380150d3d390b38dae01b20ac0850d25272004');
INSERT INTO "events" VALUES(5,'01a224ed-98b6-79e2-a77e-d2035d54b0fe','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880630378,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-98b6-7bc0-b26f-6bf95ddbd970','open_payment',NULL,'prepared','{}','575e77cb28589641ec6a1e365d380150d3d390b38dae01b20ac0850d25272004','1bf3d5d9a92dbdde64e58bfd5402d30d3c25cb90d275fb0d3e966b621616d44f');
INSERT INTO "events" VALUES(6,'01a224ed-98b6-73e5-842d-a5c6b5eee887','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880630633,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','state','draft','requesting','{}','1bf3d5d9a92dbdde64e58bfd5402d30d3c25cb90d275fb0d3e966b621616d44f','8c6bac021e3cee05943c47ddb5a2fb6c1e16148bd7c35a7ea25a38f77831886c');
INSERT INTO "events" VALUES(7,'01a224ed-98b7-7edb-925b-dceefde44e82','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880631507,NULL,'operation','01a224ed-98b6-7bc0-b26f-6bf95ddbd970','state','prepared','sent','{}','8c6bac021e3cee05943c47ddb5a2fb6c1e16148bd7c35a7ea25a38f77831886c','e183cfe42b326c67f12ec5291ea2ce2228715cd7c8bf4d0fa72aafc64353f0ab');
INSERT INTO "events" VALUES(8,'01a224ed-98ce-78c9-b9aa-1fa50abc78f6','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880654860,NULL,'operation','01a224ed-98b6-7bc0-b26f-6bf95ddbd970','state','sent','answered','{}','e183cfe42b326c67f12ec5291ea2ce2228715cd7c8bf4d0fa72aafc64353f0ab','cbddef9e8a12dcc39fb13e8908268e2bab809642fd5b89d68cd17f140645bee7');
INSERT INTO "events" VALUES(9,'01a224ed-98cf-7523-860e-d361a480a02e','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880655029,NULL,'operation','01a224ed-98b6-7bc0-b26f-6bf95ddbd970','state','answered','applied','{}','cbddef9e8a12dcc39fb13e8908268e2bab809642fd5b89d68cd17f140645bee7','e90e1dfd228594ebde2b06c39b8c03538d474383abe6682d85e99a22f19df8b4');
INSERT INTO "events" VALUES(10,'01a224ed-98cf-76dc-b97a-a3990c138142','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880655216,NULL,'payment','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','state','requesting','awaiting_customer','{}','e90e1dfd228594ebde2b06c39b8c03538d474383abe6682d85e99a22f19df8b4','3673617d6ebd44060cfc914b69c9bcbe53b39777cc2c77924cda297d96d69a81');
INSERT INTO "events" VALUES(11,'01a224ed-98db-77ac-82f1-cee1d32595da','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880667693,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-98db-78a5-aba4-e352d101fdbd','settle_payment',NULL,'prepared','{}','3673617d6ebd44060cfc914b69c9bcbe53b39777cc2c77924cda297d96d69a81','35cf6890da7ab1810bf17a76c6bb1d109a69361b70f508d03729d7236858e4f0');
INSERT INTO "events" VALUES(12,'01a224ed-98db-748c-8e64-39bc54642ee9','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880667931,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','state','awaiting_customer','confirming','{}','35cf6890da7ab1810bf17a76c6bb1d109a69361b70f508d03729d7236858e4f0','d82e4f6113bdc361630b636f33fd600bfc3eb8028eae60b1e30c423919237d34');
INSERT INTO "events" VALUES(13,'01a224ed-98e1-7e50-a275-58d55e252920','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880673921,NULL,'operation','01a224ed-98db-78a5-aba4-e352d101fdbd','state','prepared','sent','{}','d82e4f6113bdc361630b636f33fd600bfc3eb8028eae60b1e30c423919237d34','95633d19024014781017bd5a9232774171b42fc411240e981c6efd514c3a5b0b');
INSERT INTO "events" VALUES(14,'01a224ed-98e9-7121-8900-5c3906df06e8','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880681356,NULL,'operation','01a224ed-98db-78a5-aba4-e352d101fdbd','state','sent','answered','{}','95633d19024014781017bd5a9232774171b42fc411240e981c6efd514c3a5b0b','5f0cc1d660435545898c22489e4f5f455bfd06dae3cf5e70a77932d2695f73b1');
INSERT INTO "events" VALUES(15,'01a224ed-98e9-7230-aa64-c350b834adfc','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880681536,NULL,'operation','01a224ed-98db-78a5-aba4-e352d101fdbd','state','answered','applied','{}','5f0cc1d660435545898c22489e4f5f455bfd06dae3cf5e70a77932d2695f73b1','aa551dc88fbbf799f42523df7a35f6a271b9f4ad74f3212e017a09dc5c31d637');
INSERT INTO "events" VALUES(16,'01a224ed-98e9-7e3d-8ae8-7d6587846f40','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880681666,NULL,'payment','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','state','confirming','paid','{}','aa551dc88fbbf799f42523df7a35f6a271b9f4ad74f3212e017a09dc5c31d637','d9e2e44c0024d2b73be0e5f34d59cdacbea772ab24ccf157a29edaa52080e6db');
INSERT INTO "events" VALUES(17,'01a224ed-98ea-7c57-b314-233048389eb0','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880682661,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','drafted',NULL,'draft','{}','d9e2e44c0024d2b73be0e5f34d59cdacbea772ab24ccf157a29edaa52080e6db','0963edf69b5f5f09b5587713fe70bb19d94d90a90432a4b982b5ef29d383352a');
INSERT INTO "events" VALUES(18,'01a224ed-98eb-7f83-b997-599411d925ee','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880683541,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-98eb-7b5d-8010-ffc6fad45cad','open_payment',NULL,'prepared','{}','0963edf69b5f5f09b5587713fe70bb19d94d90a90432a4b982b5ef29d383352a','13dde4ddfb537da30d93a79785d59628e6b9d3290a83e2b8d5a68205a85f03f6');
INSERT INTO "events" VALUES(19,'01a224ed-98eb-7799-b1d8-75c636dbffa5','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880683652,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','state','draft','requesting','{}','13dde4ddfb537da30d93a79785d59628e6b9d3290a83e2b8d5a68205a85f03f6','1b71d43a2fd0205a539754ae8f26c8e07fd88e1abefbf8d7de574e12097cc9d6');
INSERT INTO "events" VALUES(20,'01a224ed-98ec-7839-a5a0-74416e255d68','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880684316,NULL,'operation','01a224ed-98eb-7b5d-8010-ffc6fad45cad','state','prepared','sent','{}','1b71d43a2fd0205a539754ae8f26c8e07fd88e1abefbf8d7de574e12097cc9d6','fd6f0419e3fc08765e523855fcc2b9ba8f4274742d1e36d996ba384aca83fd44');
INSERT INTO "events" VALUES(21,'01a224ed-98f0-74a0-adfa-951125ebfa45','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880688530,NULL,'operation','01a224ed-98eb-7b5d-8010-ffc6fad45cad','state','sent','answered','{}','fd6f0419e3fc08765e523855fcc2b9ba8f4274742d1e36d996ba384aca83fd44','54b0a9cac3238fa75c962a9848a2214ce7e5f09d537816b3acfe8c0c74c66596');
INSERT INTO "events" VALUES(22,'01a224ed-98f0-7fc2-baa0-9926a09aa3a5','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880688642,NULL,'operation','01a224ed-98eb-7b5d-8010-ffc6fad45cad','state','answered','applied','{}','54b0a9cac3238fa75c962a9848a2214ce7e5f09d537816b3acfe8c0c74c66596','bc69be8a86057a022f35637387bd4efc77908a6ade3aeadea1ffbc14963ff957');
INSERT INTO "events" VALUES(23,'01a224ed-98f0-76a8-9ecf-f779423963ca','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880688750,NULL,'payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','state','requesting','awaiting_customer','{}','bc69be8a86057a022f35637387bd4efc77908a6ade3aeadea1ffbc14963ff957','1ddb16af7a9e831fcc3e264a5ed6a7c7f774c2d31ddc09f8e20223e4850b8a31');
INSERT INTO "events" VALUES(24,'01a224ed-98f3-73a9-89a3-1f88e843e896','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880691561,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98f3-7dc5-8d1a-95817c002cb1','drafted',NULL,'draft','{}','1ddb16af7a9e831fcc3e264a5ed6a7c7f774c2d31ddc09f8e20223e4850b8a31','4e9a117a5bbd0c43c126365927a862f5ca93ce23996ef988774931e59b4ed009');
INSERT INTO "events" VALUES(25,'01a224ed-98f5-7c75-a66c-990559420685','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880693232,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-98f5-722c-9705-8ae495a45cf0','open_payment',NULL,'prepared','{}','4e9a117a5bbd0c43c126365927a862f5ca93ce23996ef988774931e59b4ed009','85791058fb599cf90592180141beb66af1caafda7916f3859e50f8fec9f443f0');
INSERT INTO "events" VALUES(26,'01a224ed-98f5-750e-b1b3-74aa064b2281','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880693351,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98f3-7dc5-8d1a-95817c002cb1','state','draft','requesting','{}','85791058fb599cf90592180141beb66af1caafda7916f3859e50f8fec9f443f0','90382deab0dda33dc68ca1e6e98c29c506991c2cfa3c1c1bce94a9c18957e08e');
INSERT INTO "events" VALUES(27,'01a224ed-98f6-73bb-92b5-741b62c10191','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880694440,NULL,'operation','01a224ed-98f5-722c-9705-8ae495a45cf0','state','prepared','sent','{}','90382deab0dda33dc68ca1e6e98c29c506991c2cfa3c1c1bce94a9c18957e08e','2ff6ff7d8404fffb92e85362e132f9218a5d0b6df5711ed9974d8286304c09d6');
INSERT INTO "events" VALUES(28,'01a224ed-98fb-7a7e-8d32-af8dc13ef476','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880699065,NULL,'operation','01a224ed-98f5-722c-9705-8ae495a45cf0','state','sent','answered','{}','2ff6ff7d8404fffb92e85362e132f9218a5d0b6df5711ed9974d8286304c09d6','8f5a2e8944127a280c7cfdb9f8305cd7c2af89399ad54a8110b581be26162e57');
INSERT INTO "events" VALUES(29,'01a224ed-98fb-754e-a256-7041846a0f4f','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880699194,NULL,'operation','01a224ed-98f5-722c-9705-8ae495a45cf0','state','answered','applied','{}','8f5a2e8944127a280c7cfdb9f8305cd7c2af89399ad54a8110b581be26162e57','9f7461fed675558f26921a71f443b5ecc8068b8d253af462c6f72d5cf8aba8e9');
INSERT INTO "events" VALUES(30,'01a224ed-98fb-7f9a-98d8-6126ddbba389','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880699323,NULL,'payment','01a224ed-98f3-7dc5-8d1a-95817c002cb1','state','requesting','awaiting_customer','{}','9f7461fed675558f26921a71f443b5ecc8068b8d253af462c6f72d5cf8aba8e9','8927d3fd21a9ff955c966cbd0b088ad9291d7ed19233221023281259b1fc2b86');
INSERT INTO "events" VALUES(31,'01a224ed-98fd-7be1-be47-8c7ade1fb52b','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880701386,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98f3-7dc5-8d1a-95817c002cb1','state','awaiting_customer','cancelled','{"reason": "by_person"}','8927d3fd21a9ff955c966cbd0b088ad9291d7ed19233221023281259b1fc2b86','f488985769b9dcd2907eda06032b650901d9defc00ce5d79fd8f8c67d7c792e9');
INSERT INTO "events" VALUES(32,'01a224ed-9903-7e88-bdb7-3d9218381267','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880707227,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-9902-7533-8ac9-69b515690593','drafted',NULL,'draft','{}','f488985769b9dcd2907eda06032b650901d9defc00ce5d79fd8f8c67d7c792e9','8203ca32f74b377a2d106b98a4467bb8a9edbad89b7c884af7c1f68f527c6585');
INSERT INTO "events" VALUES(33,'01a224ed-9905-776c-ba15-fce307210c9b','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880709099,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-9904-70bb-9300-9289253110af','open_payment',NULL,'prepared','{}','8203ca32f74b377a2d106b98a4467bb8a9edbad89b7c884af7c1f68f527c6585','264ec905298294a085e3cd33222e8df815e4926db3756969d4e855b940b3c842');
INSERT INTO "events" VALUES(34,'01a224ed-9905-7da1-9045-6d3c44ec6c56','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880709238,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-9902-7533-8ac9-69b515690593','state','draft','requesting','{}','264ec905298294a085e3cd33222e8df815e4926db3756969d4e855b940b3c842','cb26696903146a6594b9608a53f512985daf5a8fae69598e36f8e7fa0c598149');
INSERT INTO "events" VALUES(35,'01a224ed-9905-7dc2-90f5-6be48b87a4db','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880709959,NULL,'operation','01a224ed-9904-70bb-9300-9289253110af','state','prepared','sent','{}','cb26696903146a6594b9608a53f512985daf5a8fae69598e36f8e7fa0c598149','ffa8bb31cc7e13b4b76d2c0e8c46fc7ab6d469eb41c8bb03d6dacaf7fc084e21');
INSERT INTO "events" VALUES(36,'01a224ed-990b-7381-9222-da443c936ea9','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880715360,NULL,'operation','01a224ed-9904-70bb-9300-9289253110af','state','sent','answered','{}','ffa8bb31cc7e13b4b76d2c0e8c46fc7ab6d469eb41c8bb03d6dacaf7fc084e21','4d7ca9f819b63c58ab4ed44055472b4ed25b3f78af5295194f8471f7b45b2822');
INSERT INTO "events" VALUES(37,'01a224ed-990b-7bf7-8783-3d24393bc9ca','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880715487,NULL,'operation','01a224ed-9904-70bb-9300-9289253110af','state','answered','applied','{}','4d7ca9f819b63c58ab4ed44055472b4ed25b3f78af5295194f8471f7b45b2822','e1929a0d970359e1f6d98281625a3c1a39601a2511b77f719b74c11a17a6d41f');
INSERT INTO "events" VALUES(38,'01a224ed-990b-76cf-86a7-1e0f7f9476f8','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880715606,NULL,'payment','01a224ed-9902-7533-8ac9-69b515690593','state','requesting','awaiting_customer','{}','e1929a0d970359e1f6d98281625a3c1a39601a2511b77f719b74c11a17a6d41f','b25ccbb4c3afe19fc946235c0f4f6af02638b1645002effa6fa29af9248599f1');
INSERT INTO "events" VALUES(39,'01a224ed-9912-76bd-9498-58f13b51db24','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880722088,NULL,'payment','01a224ed-9902-7533-8ac9-69b515690593','customer_paid',NULL,'awaiting_customer','{}','b25ccbb4c3afe19fc946235c0f4f6af02638b1645002effa6fa29af9248599f1','3f0fbf5548f876e6a510b50212f32310e30715db2a337b82befaa48531fa2530');
INSERT INTO "events" VALUES(40,'01a224ed-9913-71ce-9043-96091ed10bee','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880723765,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-9913-7df3-86b5-e11fca14c3f1','settle_payment',NULL,'prepared','{}','3f0fbf5548f876e6a510b50212f32310e30715db2a337b82befaa48531fa2530','5b606dfbff334aea506f0b53a31931dbe7a1fed451a3f63382b58af3d4ed346f');
INSERT INTO "events" VALUES(41,'01a224ed-9913-7889-a27b-c168cba06a8c','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880723895,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-9902-7533-8ac9-69b515690593','state','awaiting_customer','confirming','{}','5b606dfbff334aea506f0b53a31931dbe7a1fed451a3f63382b58af3d4ed346f','fad9c1ba1795f4dc3b964bcc7a38f2ad343cc388c23d29c58a55f901d7887c2a');
INSERT INTO "events" VALUES(42,'01a224ed-9914-7e45-80b0-d151e94befdb','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880724839,NULL,'operation','01a224ed-9913-7df3-86b5-e11fca14c3f1','state','prepared','sent','{}','fad9c1ba1795f4dc3b964bcc7a38f2ad343cc388c23d29c58a55f901d7887c2a','c24f5a646830511920510e4302c0c9d05304b1f27fea5505537e81a5aec087bb');
INSERT INTO "events" VALUES(43,'01a224ed-991b-7af5-b25e-f272a4176ae3','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880731727,NULL,'operation','01a224ed-9913-7df3-86b5-e11fca14c3f1','state','sent','answered','{}','c24f5a646830511920510e4302c0c9d05304b1f27fea5505537e81a5aec087bb','9e9aedd5ad2779040b1920f6f19bb22e56cd6a03bee16f8842ccaafc8eb705c1');
INSERT INTO "events" VALUES(44,'01a224ed-991b-733d-9b32-5b614f2f0f3b','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880731863,NULL,'operation','01a224ed-9913-7df3-86b5-e11fca14c3f1','state','answered','applied','{}','9e9aedd5ad2779040b1920f6f19bb22e56cd6a03bee16f8842ccaafc8eb705c1','1647a2c82c102a8d235dace65e50143bba9f2493d8b101760bebd1fd03bb7b2d');
INSERT INTO "events" VALUES(45,'01a224ed-991b-7659-9f36-f469eea7b110','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880731976,NULL,'payment','01a224ed-9902-7533-8ac9-69b515690593','state','confirming','paid','{}','1647a2c82c102a8d235dace65e50143bba9f2493d8b101760bebd1fd03bb7b2d','2110278d6d05776e152eebbd9dc6971e95a0ef9daba7aab343941563992200e1');
INSERT INTO "events" VALUES(46,'01a224ed-991d-7062-b6ca-720e71a62e1f','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880733472,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-991d-700e-9268-51ddfea1dc88','drafted',NULL,'draft','{}','2110278d6d05776e152eebbd9dc6971e95a0ef9daba7aab343941563992200e1','668563d62369be278f191ea3829e0dce60bc860a45c2cd584390241ff2595f42');
INSERT INTO "events" VALUES(47,'01a224ed-991e-7a4f-ab2b-cb60c6a05dbe','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880734392,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-991e-7398-b3cd-7a4f8805d8cd','drafted',NULL,'draft','{}','668563d62369be278f191ea3829e0dce60bc860a45c2cd584390241ff2595f42','d1eeda8d3f71e0b204106ef3a4976b86ff0ed4bf5d83b6038907d1b975fcd207');
INSERT INTO "events" VALUES(48,'01a224ed-991f-79fd-a296-eae1b6771722','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880735554,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-991f-710a-bd31-103da027cb8d','open_payment',NULL,'prepared','{}','d1eeda8d3f71e0b204106ef3a4976b86ff0ed4bf5d83b6038907d1b975fcd207','6caaa911447a2b82af38d8af766f802d34519ccd884156566008e0839ec98df3');
INSERT INTO "events" VALUES(49,'01a224ed-991f-7e4c-a83d-e5944c82dccb','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880735662,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-991e-7398-b3cd-7a4f8805d8cd','state','draft','requesting','{}','6caaa911447a2b82af38d8af766f802d34519ccd884156566008e0839ec98df3','c012d8ed43a6f872f94ae18c7116345bcdcb4584c7ba6fe141197840ec70a4de');
INSERT INTO "events" VALUES(50,'01a224ed-9920-7e90-a722-086bbb6c91a8','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880736324,NULL,'operation','01a224ed-991f-710a-bd31-103da027cb8d','state','prepared','sent','{}','c012d8ed43a6f872f94ae18c7116345bcdcb4584c7ba6fe141197840ec70a4de','b7ba0508965952a6af07a2fc085bc8b47bfa0379f42ef26946410861a7a45ba8');
INSERT INTO "events" VALUES(51,'01a224ed-9925-73a3-83ad-4112efe6fc19','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880741637,NULL,'operation','01a224ed-991f-710a-bd31-103da027cb8d','state','sent','answered','{}','b7ba0508965952a6af07a2fc085bc8b47bfa0379f42ef26946410861a7a45ba8','3882343b3676a23ec12b6c7393eedd246626d0eba5dbcf38dfd9c25831127d39');
INSERT INTO "events" VALUES(52,'01a224ed-9925-734d-9a78-054f2d1e1c94','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880741765,NULL,'operation','01a224ed-991f-710a-bd31-103da027cb8d','state','answered','applied','{}','3882343b3676a23ec12b6c7393eedd246626d0eba5dbcf38dfd9c25831127d39','f54a6194d7c708c73b1ac25050d6c51f2cd04cb3e1015eea916205d4dd7e9007');
INSERT INTO "events" VALUES(53,'01a224ed-9925-7ba4-8f03-5840f19878c3','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880741880,NULL,'payment','01a224ed-991e-7398-b3cd-7a4f8805d8cd','state','requesting','awaiting_customer','{}','f54a6194d7c708c73b1ac25050d6c51f2cd04cb3e1015eea916205d4dd7e9007','17ddbca069757c26f86bc6b4b42eee639eab389c7f637cb0d7cde7f92d935901');
INSERT INTO "events" VALUES(54,'01a224ed-992a-7e66-9226-5b0f0a0fb30f','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880746434,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-992a-7aad-a00b-b89e14a88ece','settle_payment',NULL,'prepared','{}','17ddbca069757c26f86bc6b4b42eee639eab389c7f637cb0d7cde7f92d935901','1f8d05513e776b68f2cea637b147066e9e5560bc7ca775030b31da21588ae2fb');
INSERT INTO "events" VALUES(55,'01a224ed-992a-7f68-a57d-5a3049c43067','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880746585,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-991e-7398-b3cd-7a4f8805d8cd','state','awaiting_customer','confirming','{}','1f8d05513e776b68f2cea637b147066e9e5560bc7ca775030b31da21588ae2fb','f8f0bfd2fa2c70a30460105f8dfe9f924c72a145ac40a88bb00139b215a10ce8');
INSERT INTO "events" VALUES(56,'01a224ed-992b-7b09-9a09-455373eee16a','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880747383,NULL,'operation','01a224ed-992a-7aad-a00b-b89e14a88ece','state','prepared','sent','{}','f8f0bfd2fa2c70a30460105f8dfe9f924c72a145ac40a88bb00139b215a10ce8','533ac872653a6c464c2c6c264aa378ee4c768c8b71cf1663c949e77ffa1ccb0c');
INSERT INTO "events" VALUES(57,'01a224ed-992e-72b8-9305-360da2601436','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880750459,NULL,'operation','01a224ed-992a-7aad-a00b-b89e14a88ece','state','sent','unknown','{"error": "no whole answer came: ReadError"}','533ac872653a6c464c2c6c264aa378ee4c768c8b71cf1663c949e77ffa1ccb0c','88d71db159668bc50b06711f02e4a0165b8ae6dfd9c51b90f2b8dd4396099b07');
INSERT INTO "events" VALUES(58,'01a224ed-992e-7d3e-84f6-28b33a205825','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880750630,NULL,'payment','01a224ed-991e-7398-b3cd-7a4f8805d8cd','state','confirming','unknown','{"reason": "no_answer"}','88d71db159668bc50b06711f02e4a0165b8ae6dfd9c51b90f2b8dd4396099b07','fd175066338b2fb3dd48218431386152c402753e975361c30bb0e428a38ace78');
INSERT INTO "events" VALUES(59,'01a224ed-9932-753c-87e0-dc840d5dd982','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880754689,'01a224ed-97f6-79be-b15d-ff85bff172ba','operation','01a224ed-9932-7620-b896-0b471571fdd0','settle_payment',NULL,'prepared','{}','fd175066338b2fb3dd48218431386152c402753e975361c30bb0e428a38ace78','36a7ae974318b1532be6da22b3b3f3a7dc9eba2978b8ca227695f05492fdda13');
INSERT INTO "events" VALUES(60,'01a224ed-9932-757c-9c59-8c82bc885d4d','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880754839,'01a224ed-97f6-79be-b15d-ff85bff172ba','payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','state','awaiting_customer','confirming','{}','36a7ae974318b1532be6da22b3b3f3a7dc9eba2978b8ca227695f05492fdda13','dd730979a311c6d24349bf33877915b3792c29124abc2c723ef711efc27c46eb');
INSERT INTO "events" VALUES(61,'01a224ed-9933-7547-9002-0336f6e81f79','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880755928,NULL,'operation','01a224ed-9932-7620-b896-0b471571fdd0','state','prepared','sent','{}','dd730979a311c6d24349bf33877915b3792c29124abc2c723ef711efc27c46eb','6768016a0e7d57d043e88f8153a2fc66731a140d6dedda74e2e28b0080a268c2');
INSERT INTO "events" VALUES(62,'01a224ed-9937-728c-b2da-2138bec81671','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880759759,NULL,'operation','01a224ed-9932-7620-b896-0b471571fdd0','state','sent','not_sent','{"error": "the connection was not made: ConnectError: All connection attempts failed"}','6768016a0e7d57d043e88f8153a2fc66731a140d6dedda74e2e28b0080a268c2','a37d961d6ca0974bc2b8932fa8fd130d50bbf72c3b3020014b02a01eae5ddbf8');
INSERT INTO "events" VALUES(63,'01a224ed-9937-72bc-a7de-bf076f1064f6','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880759980,NULL,'payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','queued',NULL,'confirm','{}','a37d961d6ca0974bc2b8932fa8fd130d50bbf72c3b3020014b02a01eae5ddbf8','5f3e083a61fc2a1e85d81eb4b8615a623ac3dcfecb5a1efcd0c9435e7ee2cf67');
INSERT INTO "events" VALUES(64,'01a224ed-9938-7197-bbcb-bc7c2ccae507','01a224ed-97f5-7608-8b60-2e9aef1cbdab',1795915880760103,NULL,'payment','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','state','confirming','awaiting_customer','{"reason": "no_connection"}','5f3e083a61fc2a1e85d81eb4b8615a623ac3dcfecb5a1efcd0c9435e7ee2cf67','af178b237be186b1d512bd8255b3be52e5d6dac5a79810962f5e865e20a7c712');
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
INSERT INTO "operations" VALUES('01a224ed-98b6-7bc0-b26f-6bf95ddbd970','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','open_payment','applied','{}',1795915880630159,1795915880631274,1795915880654630,1795915880654630,'{"code":0,"result":{"requestId":"e3e70682-c209-4cac-a29f-6fbed82c07cd","expiryDate":"2026-11-29T04:36:20.6452440"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-98db-78a5-aba4-e352d101fdbd','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','settle_payment','applied','{"key": "e3e70682-c209-4cac-a29f-6fbed82c07cd"}',1795915880667608,1795915880673623,1795915880681087,1795915880681087,'{"code":0,"result":{"id":1}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-98eb-7b5d-8010-ffc6fad45cad','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','open_payment','applied','{}',1795915880683491,1795915880684226,1795915880688393,1795915880688393,'{"code":0,"result":{"requestId":"7c65c1e5-82e2-4662-b728-b4fa42485e3a","expiryDate":"2026-11-29T04:36:20.6867570"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-98f5-722c-9705-8ae495a45cf0','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98f3-7dc5-8d1a-95817c002cb1','open_payment','applied','{}',1795915880693173,1795915880694335,1795915880698887,1795915880698887,'{"code":0,"result":{"requestId":"4da5e709-d471-4d60-88a7-0639eb1167b3","expiryDate":"2026-11-29T04:36:20.6971680"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-9904-70bb-9300-9289253110af','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','01a224ed-9902-7533-8ac9-69b515690593','open_payment','applied','{}',1795915880709028,1795915880709854,1795915880715190,1795915880715190,'{"message":"OK","info":{"token":"w3niifX9HR"},"errors":[]}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-9913-7df3-86b5-e11fca14c3f1','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','01a224ed-9902-7533-8ac9-69b515690593','settle_payment','applied','{"key": "w3niifX9HR"}',1795915880723699,1795915880724729,1795915880731519,1795915880731519,'{"merchant":{"display_name":"فروشگاه نمونه","display_image":"","display_biz_name":"پوشاک نمونه"},"description":"","payer":"0912*****77","created":"2026-11-29T05:01:20.713785+03:30","amount":50000,"paid":"2026-11-29T05:01:20.717610+03:30","token":"w3niifX9HR","outcome":{"rrn":"162788563211","total_amount":50000,"tip":0,"state":"pending","state_error":null,"method":"asanpardakht"},"payload":"01a224ed-9902-7533-8ac9-69b515690593"}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-991f-710a-bd31-103da027cb8d','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-991e-7398-b3cd-7a4f8805d8cd','open_payment','applied','{}',1795915880735502,1795915880736228,1795915880741473,1795915880741473,'{"code":0,"result":{"requestId":"12e0c8b2-bad6-40fb-9948-8dec4f65d4d9","expiryDate":"2026-11-29T04:36:20.7399180"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-992a-7aad-a00b-b89e14a88ece','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-991e-7398-b3cd-7a4f8805d8cd','settle_payment','unknown','{"code": "942500", "key": "12e0c8b2-bad6-40fb-9948-8dec4f65d4d9"}',1795915880746357,1795915880747280,NULL,NULL,NULL,'no whole answer came: ReadError',0,1795915880750319);
INSERT INTO "operations" VALUES('01a224ed-9932-7620-b896-0b471571fdd0','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98ea-76f2-b1e5-6b29cb8f763e','settle_payment','not_sent','{"key": "7c65c1e5-82e2-4662-b728-b4fa42485e3a"}',1795915880754623,1795915880755815,NULL,1795915880759593,NULL,'the connection was not made: ConnectError: All connection attempts failed',0,NULL);
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
INSERT INTO "operators" VALUES('01a224ed-97f6-79be-b15d-ff85bff172ba','01a224ed-97f5-7608-8b60-2e9aef1cbdab','Mina Example','manager','$argon2id$v=19$m=19456,t=2,p=1$hGMbs/o6vR/o+uyDFrUrkw$VlGqkzOEQsE9UK3fSZgYYhHlXoApbRBwiRkiQEDgj3Y',0,NULL,1795915880561052,NULL);
CREATE TABLE outbox (
    subject_id      TEXT PRIMARY KEY REFERENCES payments (id),
    till_id         TEXT NOT NULL,
    account_id      TEXT NOT NULL REFERENCES accounts (id),
    kind            TEXT NOT NULL CHECK (kind IN ('request', 'confirm')),
    input           TEXT NOT NULL CHECK (json_valid(input)),
    operator_id     TEXT REFERENCES operators (id),
    created_at      INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    last_attempt_at INTEGER,
    error           TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "outbox" VALUES('01a224ed-98ea-76f2-b1e5-6b29cb8f763e','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','confirm','{"code": "424604"}','01a224ed-97f6-79be-b15d-ff85bff172ba',1795915880759817,1,1795915880759817,'the connection was not made: ConnectError: All connection attempts failed');
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
INSERT INTO "payments" VALUES('01a224ed-98ab-7b6d-a98a-ba7b57b4cbb0','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98a0-76b9-9ce0-5a0ac2428409','1SDYQ8WNV6','12.5','USDT','00142277','','paid',NULL,'01a224ed-97f6-79be-b15d-ff85bff172ba','e3e70682-c209-4cac-a29f-6fbed82c07cd',1795916180645244,NULL,1795915880681565,'1',NULL,1795915880619719,1795915880681572,5);
INSERT INTO "payments" VALUES('01a224ed-98ea-76f2-b1e5-6b29cb8f763e','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98ea-7903-a792-d1e82d7308f1','1SDYQ8E793','20','USDT','00142277','','awaiting_customer','no_connection','01a224ed-97f6-79be-b15d-ff85bff172ba','7c65c1e5-82e2-4662-b728-b4fa42485e3a',1795916180686757,NULL,NULL,NULL,NULL,1795915880682521,1795915880760013,5);
INSERT INTO "payments" VALUES('01a224ed-98f3-7dc5-8d1a-95817c002cb1','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-98f3-7e34-9f65-f6a87b3504d5','1SDYQ8QK0V','7','USDT','00142277','','cancelled','by_person','01a224ed-97f6-79be-b15d-ff85bff172ba','4da5e709-d471-4d60-88a7-0639eb1167b3',1795916180697168,NULL,NULL,NULL,NULL,1795915880691337,1795915880701264,4);
INSERT INTO "payments" VALUES('01a224ed-9902-7533-8ac9-69b515690593','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','01a224ed-98fe-7775-b6f3-24958f1209f1','1SDYQ8QK4J','50000','IRR','','','paid',NULL,'01a224ed-97f6-79be-b15d-ff85bff172ba','w3niifX9HR',1795917080710480,1795915880717610,1795915880717610,'162788563211',NULL,1795915880706752,1795915880731893,6);
INSERT INTO "payments" VALUES('01a224ed-991d-700e-9268-51ddfea1dc88','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-989f-7ae7-8bce-f4a1fdbf7f89','01a224ed-991d-7301-a5fc-2e333fc7f5ab','1SDYQ8VZHP','70000','IRR','','','draft',NULL,'01a224ed-97f6-79be-b15d-ff85bff172ba',NULL,NULL,NULL,NULL,NULL,NULL,1795915880733313,1795915880733313,1);
INSERT INTO "payments" VALUES('01a224ed-991e-7398-b3cd-7a4f8805d8cd','01a224ed-97f5-7608-8b60-2e9aef1cbdab','01a224ed-9881-709b-9a1e-74767c348696','01a224ed-991e-723f-9953-b2d0369bd34d','1SDYQ8S8F5','3','USDT','00142277','','unknown','no_answer','01a224ed-97f6-79be-b15d-ff85bff172ba','12e0c8b2-bad6-40fb-9948-8dec4f65d4d9',1795916180739918,NULL,NULL,NULL,NULL,1795915880734273,1795915880750516,5);
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('appearance','system');
INSERT INTO "settings" VALUES('language','fa');
INSERT INTO "settings" VALUES('shop_name','');
INSERT INTO "settings" VALUES('till_id','01a224ed-97f5-7608-8b60-2e9aef1cbdab');
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
CREATE INDEX outbox_oldest ON outbox (created_at, subject_id);
COMMIT;
PRAGMA application_id = 1131636850;
PRAGMA user_version = 2;
