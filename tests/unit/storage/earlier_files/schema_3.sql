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
INSERT INTO "accounts" VALUES('01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a90e-73c9-a1d0-09108c20f724','digibank','digibank 1','http://127.0.0.1:8765/digibank','{"call_timeout_s": "30", "connect_timeout_s": "5", "customer_letters": true, "path_prefix": "/api/v1/payments", "read_timeout_s": "20", "time_zone": "Asia/Damascus", "units": "USDT USD BTC ETH"}',1,1795915884873254,NULL);
INSERT INTO "accounts" VALUES('01a224ed-a95d-7a0b-aa08-ae2073ab0708','01a224ed-a90e-73c9-a1d0-09108c20f724','resid','resid 1','http://127.0.0.1:8765/resid','{"auto_collect": false, "call_timeout_s": "30", "connect_timeout_s": "5", "merchant": "sandboxShop1", "preferred_method": "", "qr_template": "{token}", "read_timeout_s": "20", "units": "IRR IRT"}',2,1795915884893681,NULL);
INSERT INTO "accounts" VALUES('01a224ed-aa45-7a12-81b1-d073cb057440','01a224ed-a90e-73c9-a1d0-09108c20f724','paystar','paystar 1','http://127.0.0.1:8765/paystar','{"application_id": "sandbox-application-31", "bank": "016", "call_timeout_s": "30", "connect_timeout_s": "5", "deposit": "0100324200001", "limit_per_day": "", "limit_per_withdrawal": "", "read_timeout_s": "20", "transfers_per_call": "10"}',3,1795915885125233,NULL);
INSERT INTO "accounts" VALUES('01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-a90e-73c9-a1d0-09108c20f724','aqayepardakht','aqayepardakht 1','http://127.0.0.1:8765/aqayepardakht','{"account": "10020", "call_timeout_s": "30", "connect_timeout_s": "5", "limit_per_day": "", "limit_per_withdrawal": "", "read_timeout_s": "20", "send_pin": true, "unit": "IRT"}',4,1795915885126604,NULL);
CREATE TABLE beneficiaries (
    id         TEXT PRIMARY KEY,
    till_id    TEXT NOT NULL,
    iban       TEXT NOT NULL UNIQUE,
    holder     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at    INTEGER,
    removed_at INTEGER
) STRICT;
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
INSERT INTO "events" VALUES(1,'01a224ed-a946-72be-aba2-9ac7bc6499b3','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884870035,NULL,'operator','01a224ed-a910-7e90-ad01-f04c74a650ba','added',NULL,'manager','{}','0000000000000000000000000000000000000000000000000000000000000000','ee9f224b5b4fe8e34847730c2ebc21ffb62a589869a68071689bb0acc005d8b2');
INSERT INTO "events" VALUES(2,'01a224ed-a953-7811-a91a-f1c9c3d3a5b3','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884883435,'01a224ed-a910-7e90-ad01-f04c74a650ba','account','01a224ed-a949-7f3b-9577-b2f036a6c604','added',NULL,NULL,'{}','ee9f224b5b4fe8e34847730c2ebc21ffb62a589869a68071689bb0acc005d8b2','936bef15559987a9ca8e13de2e491b7811c704d44a84bcbad952633e5bdbd7a8');
INSERT INTO "events" VALUES(3,'01a224ed-a95d-7f1c-ac28-2b9b94fd4db6','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884893945,'01a224ed-a910-7e90-ad01-f04c74a650ba','account','01a224ed-a95d-7a0b-aa08-ae2073ab0708','added',NULL,NULL,'{}','936bef15559987a9ca8e13de2e491b7811c704d44a84bcbad952633e5bdbd7a8','68f42613d9dddbee5a69ac55a9c2f759129fdacae01d8529896d8c1b814cf0cf');
INSERT INTO "events" VALUES(4,'01a224ed-a977-7695-b137-06334bc162f7','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884919742,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a977-7d37-90ea-e0325d6309d7','drafted',NULL,'draft','{}','68f42613d9dddbee5a69ac55a9c2f759129fdacae01d8529896d8c1b814cf0cf','4da89047a80c8a994b5cbcd3e076a4af799937a5934371996dc66cfc29c045e8');
INSERT INTO "events" VALUES(5,'01a224ed-a97e-739a-ab42-7e3d0b30e3fe','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884926023,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-a97d-7c0a-b6b0-c344ae81c97e','open_payment',NULL,'prepared','{}','4da89047a80c8a994b5cbcd3e076a4af799937a5934371996dc66cfc29c045e8','a87d276cbfd4de8ef5a1c58a7f5147f38b96f5de99c716eb8eedf737ba5db614');
INSERT INTO "events" VALUES(6,'01a224ed-a97e-75db-945a-c005807f4612','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884926288,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a977-7d37-90ea-e0325d6309d7','state','draft','requesting','{}','a87d276cbfd4de8ef5a1c58a7f5147f38b96f5de99c716eb8eedf737ba5db614','25036b52c41f83ff1f5ca321d41e89bd784e1bd5d861b8091a2a10bf523507fe');
INSERT INTO "events" VALUES(7,'01a224ed-a981-7ac1-8113-31e3d2481a03','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884929452,NULL,'operation','01a224ed-a97d-7c0a-b6b0-c344ae81c97e','state','prepared','sent','{}','25036b52c41f83ff1f5ca321d41e89bd784e1bd5d861b8091a2a10bf523507fe','ad93401f2ff03847fab5fbc650b04ab490ada6aff79643a2e96a35a4fedf5380');
INSERT INTO "events" VALUES(8,'01a224ed-a9a2-780d-8585-042898b4058b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884962775,NULL,'operation','01a224ed-a97d-7c0a-b6b0-c344ae81c97e','state','sent','answered','{}','ad93401f2ff03847fab5fbc650b04ab490ada6aff79643a2e96a35a4fedf5380','048885f2c3ad6a3451f8ed826d2ed7e24859b4d15ed3679a56c132d35449bef9');
INSERT INTO "events" VALUES(9,'01a224ed-a9a2-7e40-99e9-d76ca2e3ab08','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884962944,NULL,'operation','01a224ed-a97d-7c0a-b6b0-c344ae81c97e','state','answered','applied','{}','048885f2c3ad6a3451f8ed826d2ed7e24859b4d15ed3679a56c132d35449bef9','2b9536e340a6fc3417dc52cb2380771653337f16d8052b7c294b527ff7e747d1');
INSERT INTO "events" VALUES(10,'01a224ed-a9a3-74bf-bbca-f63cbb96c02c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884963142,NULL,'payment','01a224ed-a977-7d37-90ea-e0325d6309d7','state','requesting','awaiting_customer','{}','2b9536e340a6fc3417dc52cb2380771653337f16d8052b7c294b527ff7e747d1','dcf3c671027851088eba0815f0f0bb88ea86405ad2ff9cc1fc92a1110de930bc');
INSERT INTO "events" VALUES(11,'01a224ed-a9ae-77be-ad71-5274812c90d2','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884974458,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-a9ae-7eb7-9fd0-068a5c99d866','settle_payment',NULL,'prepared','{}','dcf3c671027851088eba0815f0f0bb88ea86405ad2ff9cc1fc92a1110de930bc','a24c4c466e297d21973672e2793dafcfde0d3fceb200aaa56f31d1947c578f6d');
INSERT INTO "events" VALUES(12,'01a224ed-a9ae-7637-8595-d488aed0a30c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884974629,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a977-7d37-90ea-e0325d6309d7','state','awaiting_customer','confirming','{}','a24c4c466e297d21973672e2793dafcfde0d3fceb200aaa56f31d1947c578f6d','1602569d67a18dd8731dc16b797ea8b4497bd28b04543b7f82974f5330bdd6b1');
INSERT INTO "events" VALUES(13,'01a224ed-a9af-701d-bcd3-0a942981082d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884975446,NULL,'operation','01a224ed-a9ae-7eb7-9fd0-068a5c99d866','state','prepared','sent','{}','1602569d67a18dd8731dc16b797ea8b4497bd28b04543b7f82974f5330bdd6b1','87e06a5a37e3d5d79a15d3f2be4ea3c73a9efddd056359f7dbc0de6cf769ed75');
INSERT INTO "events" VALUES(14,'01a224ed-a9b3-792c-bbc1-5a81c244d17f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884979493,NULL,'operation','01a224ed-a9ae-7eb7-9fd0-068a5c99d866','state','sent','answered','{}','87e06a5a37e3d5d79a15d3f2be4ea3c73a9efddd056359f7dbc0de6cf769ed75','ea4cf96a684695db5b790e24e3bb00c4b9aa7d1d7395658de197203adde87112');
INSERT INTO "events" VALUES(15,'01a224ed-a9b3-73db-8e95-797e402de46d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884979657,NULL,'operation','01a224ed-a9ae-7eb7-9fd0-068a5c99d866','state','answered','applied','{}','ea4cf96a684695db5b790e24e3bb00c4b9aa7d1d7395658de197203adde87112','3920a43d3bb07f0e801f237514713441a6797786e32e29cdbe95dd4c9dfb9b23');
INSERT INTO "events" VALUES(16,'01a224ed-a9b3-7cee-8cf5-42cdea6664b4','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884979786,NULL,'payment','01a224ed-a977-7d37-90ea-e0325d6309d7','state','confirming','paid','{}','3920a43d3bb07f0e801f237514713441a6797786e32e29cdbe95dd4c9dfb9b23','0b70e2ceab496680e65448d5b4011c7265950f8f529ceea4af70ce6ab47b3984');
INSERT INTO "events" VALUES(17,'01a224ed-a9b4-786c-bc49-7666377c63b1','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884980780,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','drafted',NULL,'draft','{}','0b70e2ceab496680e65448d5b4011c7265950f8f529ceea4af70ce6ab47b3984','5cb0d0235fa3fe67994c7b11e95938e72ab495ceeee515edfef8afd08472928b');
INSERT INTO "events" VALUES(18,'01a224ed-a9bd-748b-b783-cdc4589c9e04','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884989865,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-a9bd-719a-a980-fd6e30934c30','open_payment',NULL,'prepared','{}','5cb0d0235fa3fe67994c7b11e95938e72ab495ceeee515edfef8afd08472928b','83bbd7ec347c22ff064f05edb724b017c7be4beb8027fe56fb4053436aaf3e19');
INSERT INTO "events" VALUES(19,'01a224ed-a9be-76f1-ab02-7d0aa8689567','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884990047,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','state','draft','requesting','{}','83bbd7ec347c22ff064f05edb724b017c7be4beb8027fe56fb4053436aaf3e19','83a3d4e57504bf42697700811db89d399b86255a3fddeb75ee6bea71d35e1ab0');
INSERT INTO "events" VALUES(20,'01a224ed-a9be-71fa-804c-648121ab214b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884990921,NULL,'operation','01a224ed-a9bd-719a-a980-fd6e30934c30','state','prepared','sent','{}','83a3d4e57504bf42697700811db89d399b86255a3fddeb75ee6bea71d35e1ab0','8b3917e9f835f0232d152b6cf215bb425e05bc2d334c4aa8897296005e947134');
INSERT INTO "events" VALUES(21,'01a224ed-a9c2-72ab-9cc7-eec137bd7ad2','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884994608,NULL,'operation','01a224ed-a9bd-719a-a980-fd6e30934c30','state','sent','answered','{}','8b3917e9f835f0232d152b6cf215bb425e05bc2d334c4aa8897296005e947134','d4bec3e5657cecd9d9000622971b2045351ef9287b3430dc7427d3a49730ae68');
INSERT INTO "events" VALUES(22,'01a224ed-a9c2-7bc6-8369-07aa6a37b39b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884994726,NULL,'operation','01a224ed-a9bd-719a-a980-fd6e30934c30','state','answered','applied','{}','d4bec3e5657cecd9d9000622971b2045351ef9287b3430dc7427d3a49730ae68','0fd72fead1fabfa9dd1c7532ea4e7ec20566b2e3b78d2f1c52e65610ac93aa92');
INSERT INTO "events" VALUES(23,'01a224ed-a9c2-7f7b-9869-6f758738b26b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884994843,NULL,'payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','state','requesting','awaiting_customer','{}','0fd72fead1fabfa9dd1c7532ea4e7ec20566b2e3b78d2f1c52e65610ac93aa92','bc72fa99b6e56ed69db7dccf9b5c71b05894f573ba5d9a4cac29f45ada8788d0');
INSERT INTO "events" VALUES(24,'01a224ed-a9c4-7562-bd01-a2c21ee3f48c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884996938,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','drafted',NULL,'draft','{}','bc72fa99b6e56ed69db7dccf9b5c71b05894f573ba5d9a4cac29f45ada8788d0','40bd27ff6ddd22036b53ce0b0d1f75fca8d98ec216c5e1d1d6bc75bb1bb95406');
INSERT INTO "events" VALUES(25,'01a224ed-a9c5-7460-be4a-6f7862d5ef3f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884997941,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-a9c5-7b8f-a897-2afc4c4f7f88','open_payment',NULL,'prepared','{}','40bd27ff6ddd22036b53ce0b0d1f75fca8d98ec216c5e1d1d6bc75bb1bb95406','50fae2fe7f7571f42f809910a3f1eb31c3d221b747892181d899b18c3df317e2');
INSERT INTO "events" VALUES(26,'01a224ed-a9c6-79fa-b9ae-eddc9d26795b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884998055,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','state','draft','requesting','{}','50fae2fe7f7571f42f809910a3f1eb31c3d221b747892181d899b18c3df317e2','2fcbfc2187ece33a1c707364e210ac4d4d49cbf11d071e9592b55c06ab3586cf');
INSERT INTO "events" VALUES(27,'01a224ed-a9c6-70a7-a7e8-4495740112f7','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915884998689,NULL,'operation','01a224ed-a9c5-7b8f-a897-2afc4c4f7f88','state','prepared','sent','{}','2fcbfc2187ece33a1c707364e210ac4d4d49cbf11d071e9592b55c06ab3586cf','4aa722f6a0bef2988df13d294ee8ddc243a222ccf2811049ce22d83833bc0bac');
INSERT INTO "events" VALUES(28,'01a224ed-a9c9-7b17-8eb4-90237fa7e85e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885001913,NULL,'operation','01a224ed-a9c5-7b8f-a897-2afc4c4f7f88','state','sent','answered','{}','4aa722f6a0bef2988df13d294ee8ddc243a222ccf2811049ce22d83833bc0bac','52ab3f6afd6b8ef5d2b446dcd37c0daf85cef891fa84a805812b0fd0acda3826');
INSERT INTO "events" VALUES(29,'01a224ed-a9ca-73ae-922a-1cfc7f4056da','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885002016,NULL,'operation','01a224ed-a9c5-7b8f-a897-2afc4c4f7f88','state','answered','applied','{}','52ab3f6afd6b8ef5d2b446dcd37c0daf85cef891fa84a805812b0fd0acda3826','5c8cf5a2dc902a828ffdcadf989ea54496357999289486d143a3767d14250ea4');
INSERT INTO "events" VALUES(30,'01a224ed-a9ca-73e4-abc5-f017a278e521','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885002125,NULL,'payment','01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','state','requesting','awaiting_customer','{}','5c8cf5a2dc902a828ffdcadf989ea54496357999289486d143a3767d14250ea4','98ca3351906669f8ef22006237f7f44e0cbc3cdae9b6bfa00745dd5cf020fbb0');
INSERT INTO "events" VALUES(31,'01a224ed-a9cb-71de-87c9-4af5e5b072af','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885003459,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','state','awaiting_customer','cancelled','{"reason": "by_person"}','98ca3351906669f8ef22006237f7f44e0cbc3cdae9b6bfa00745dd5cf020fbb0','56af9060746dc0d4eee20e5d594ed23a704310f893fdca5cf76e09088e1112c3');
INSERT INTO "events" VALUES(32,'01a224ed-a9d0-796b-9580-2f754725c5a3','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885008200,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','drafted',NULL,'draft','{}','56af9060746dc0d4eee20e5d594ed23a704310f893fdca5cf76e09088e1112c3','be2d50164e5e7fef4eeea8e16d759c95f8a3d74cc1452d3ecbe444526b839596');
INSERT INTO "events" VALUES(33,'01a224ed-a9d5-7a62-94ba-01ac85a347f5','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885013327,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-a9d5-7b79-99be-ac763b310556','open_payment',NULL,'prepared','{}','be2d50164e5e7fef4eeea8e16d759c95f8a3d74cc1452d3ecbe444526b839596','f9a958a3d324ea84c694d20a7ea73d37094af675cc17dc0825b90723365c971b');
INSERT INTO "events" VALUES(34,'01a224ed-a9d5-7b16-9a16-6607d9f6cbbc','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885013489,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','state','draft','requesting','{}','f9a958a3d324ea84c694d20a7ea73d37094af675cc17dc0825b90723365c971b','aac58f5adfd6a279cd710eeba62e916be412c82ece8a326075630f563c0446cf');
INSERT INTO "events" VALUES(35,'01a224ed-a9d9-779e-935c-d439aeb1626d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885017561,NULL,'operation','01a224ed-a9d5-7b79-99be-ac763b310556','state','prepared','sent','{}','aac58f5adfd6a279cd710eeba62e916be412c82ece8a326075630f563c0446cf','4402cdb481828101a6eba6ca2122e3d8bd4c78a5caa443b1d60cd6a4c3281374');
INSERT INTO "events" VALUES(36,'01a224ed-a9ed-7ee7-9a8a-adb96419ab17','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885037200,NULL,'operation','01a224ed-a9d5-7b79-99be-ac763b310556','state','sent','answered','{}','4402cdb481828101a6eba6ca2122e3d8bd4c78a5caa443b1d60cd6a4c3281374','5c41117824d08fe29a5dc29604c817a9f3578301ca22ccfab2c8ca8e48229787');
INSERT INTO "events" VALUES(37,'01a224ed-a9ed-72d0-9105-4a48c59d8b5e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885037342,NULL,'operation','01a224ed-a9d5-7b79-99be-ac763b310556','state','answered','applied','{}','5c41117824d08fe29a5dc29604c817a9f3578301ca22ccfab2c8ca8e48229787','a0288f69f7f30f8cc64d990a8654348a5f2b88c67e76a8ef7e3835819a8c07da');
INSERT INTO "events" VALUES(38,'01a224ed-a9ed-7fb2-a22b-daf87803588c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885037466,NULL,'payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','state','requesting','awaiting_customer','{}','a0288f69f7f30f8cc64d990a8654348a5f2b88c67e76a8ef7e3835819a8c07da','0d99103cc3040edbd30b2969685f1411fae7dd272dda9fce83616cfff5b49ca0');
INSERT INTO "events" VALUES(39,'01a224ed-a9fb-73bf-bea3-5c8abb4ec74b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885051603,NULL,'payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','customer_paid',NULL,'awaiting_customer','{}','0d99103cc3040edbd30b2969685f1411fae7dd272dda9fce83616cfff5b49ca0','624a683c6d6c9dddd1035ea4d84c99aad01757b6f5c1bd1ca141c2f7300961eb');
INSERT INTO "events" VALUES(40,'01a224ed-aa02-7916-a86a-ebab7cf8939d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885058229,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-aa02-7dc7-982c-9444c7cd74d5','settle_payment',NULL,'prepared','{}','624a683c6d6c9dddd1035ea4d84c99aad01757b6f5c1bd1ca141c2f7300961eb','d588969895ebfe91756835ef279d9a87341df9e0be768876e42e769cbb6428c7');
INSERT INTO "events" VALUES(41,'01a224ed-aa02-7846-8c74-60a653a67904','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885058395,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','state','awaiting_customer','confirming','{}','d588969895ebfe91756835ef279d9a87341df9e0be768876e42e769cbb6428c7','9ad37d0c9f685cafa38090731bc1a96b9ce2a482040625af82a23dfddceb0e74');
INSERT INTO "events" VALUES(42,'01a224ed-aa03-7e8a-a4e6-14e564c6d95c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885059126,NULL,'operation','01a224ed-aa02-7dc7-982c-9444c7cd74d5','state','prepared','sent','{}','9ad37d0c9f685cafa38090731bc1a96b9ce2a482040625af82a23dfddceb0e74','b669b39cdb81b3b949f2a43cfb18046f3dd94b64630bfdebc8faa3647d139c1d');
INSERT INTO "events" VALUES(43,'01a224ed-aa0a-7a7e-a7f8-38cc9696143a','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885066077,NULL,'operation','01a224ed-aa02-7dc7-982c-9444c7cd74d5','state','sent','answered','{}','b669b39cdb81b3b949f2a43cfb18046f3dd94b64630bfdebc8faa3647d139c1d','f643dc4d212e7127f9220464230f4ae293033fe25c5eba58ee74fc4f1f6c0cfe');
INSERT INTO "events" VALUES(44,'01a224ed-aa0a-706a-81cf-79db704e0ab1','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885066208,NULL,'operation','01a224ed-aa02-7dc7-982c-9444c7cd74d5','state','answered','applied','{}','f643dc4d212e7127f9220464230f4ae293033fe25c5eba58ee74fc4f1f6c0cfe','5a449f2a51d67439a8e57916a752fd752501f7bec1fa9977954d80d9df0057ea');
INSERT INTO "events" VALUES(45,'01a224ed-aa0a-7d07-b1b7-822d183eea86','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885066322,NULL,'payment','01a224ed-a9cf-775d-96e9-44e258d95bf5','state','confirming','paid','{}','5a449f2a51d67439a8e57916a752fd752501f7bec1fa9977954d80d9df0057ea','8976c6538ec434a747f588e086c58540213afc25ff8d1ac56632d6529a16de92');
INSERT INTO "events" VALUES(46,'01a224ed-aa0b-7848-b56a-d0ec9b9c99ff','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885067214,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-aa0b-7ead-a907-69b027f0c68d','drafted',NULL,'draft','{}','8976c6538ec434a747f588e086c58540213afc25ff8d1ac56632d6529a16de92','a2000e09e1b4142befe336504b12a0572f5f5f7b1fd15f23e3b3a558744a9b83');
INSERT INTO "events" VALUES(47,'01a224ed-aa15-7118-95fb-6a7314bbde0a','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885077608,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-aa15-7a89-ace9-f2ef62516463','drafted',NULL,'draft','{}','a2000e09e1b4142befe336504b12a0572f5f5f7b1fd15f23e3b3a558744a9b83','36f67689d83b18ffc31add0c7aaf32af8f4b42041bf7b2c50cc469c2aac9c9da');
INSERT INTO "events" VALUES(48,'01a224ed-aa19-7d15-b71a-0c73f2b86cb5','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885081768,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-aa19-75f0-8d78-7a6769be07a1','open_payment',NULL,'prepared','{}','36f67689d83b18ffc31add0c7aaf32af8f4b42041bf7b2c50cc469c2aac9c9da','123f7e2f22903d581abeec1422b64584a80343d971c8df20c9ccab74783dc4db');
INSERT INTO "events" VALUES(49,'01a224ed-aa19-7a20-a83f-3b1c2b87fb02','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885081922,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-aa15-7a89-ace9-f2ef62516463','state','draft','requesting','{}','123f7e2f22903d581abeec1422b64584a80343d971c8df20c9ccab74783dc4db','d1ef536765acee29eeefa203c9c0cdfb58f07deb698755e91cb75e58346b97ef');
INSERT INTO "events" VALUES(50,'01a224ed-aa1a-716d-a641-a421c4b766bf','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885082620,NULL,'operation','01a224ed-aa19-75f0-8d78-7a6769be07a1','state','prepared','sent','{}','d1ef536765acee29eeefa203c9c0cdfb58f07deb698755e91cb75e58346b97ef','df4790f693afff259cbfc70616686f52036a034571c94e4151fc0bb4508b9fa1');
INSERT INTO "events" VALUES(51,'01a224ed-aa1e-7539-90b1-7eb992252e3b','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885086051,NULL,'operation','01a224ed-aa19-75f0-8d78-7a6769be07a1','state','sent','answered','{}','df4790f693afff259cbfc70616686f52036a034571c94e4151fc0bb4508b9fa1','66b01f605e2c3a9e0392a7e424a6a2411989628f45ef1bcab5dde54243b4587c');
INSERT INTO "events" VALUES(52,'01a224ed-aa1e-7f6b-bd1e-d635027d8d38','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885086158,NULL,'operation','01a224ed-aa19-75f0-8d78-7a6769be07a1','state','answered','applied','{}','66b01f605e2c3a9e0392a7e424a6a2411989628f45ef1bcab5dde54243b4587c','5faaa14016e487c11506bfccab4044f4aca6fcf0157f0cbd0597246b30d2d762');
INSERT INTO "events" VALUES(53,'01a224ed-aa1e-7f60-abbd-72fdecad320c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885086266,NULL,'payment','01a224ed-aa15-7a89-ace9-f2ef62516463','state','requesting','awaiting_customer','{}','5faaa14016e487c11506bfccab4044f4aca6fcf0157f0cbd0597246b30d2d762','c40b1c5fc16fb980608001ef50327937fc2cf787b59e7937fba40feb892603f2');
INSERT INTO "events" VALUES(54,'01a224ed-aa22-76bd-b4f1-d5b65b31958f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885090545,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-aa22-73ea-9d05-1b5081fe104c','settle_payment',NULL,'prepared','{}','c40b1c5fc16fb980608001ef50327937fc2cf787b59e7937fba40feb892603f2','03168f7ea8e3652defef99dcacc1f5d19b16bdc12d82ae2a550be7f9bf78435a');
INSERT INTO "events" VALUES(55,'01a224ed-aa22-782c-8e6c-bcdc7fa9e778','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885090676,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-aa15-7a89-ace9-f2ef62516463','state','awaiting_customer','confirming','{}','03168f7ea8e3652defef99dcacc1f5d19b16bdc12d82ae2a550be7f9bf78435a','bdabef922693c801264f96691ab867bd8d6b38e1be3cab814c9ed4b9053b844b');
INSERT INTO "events" VALUES(56,'01a224ed-aa23-7220-93e3-f9a0145aabd4','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885091359,NULL,'operation','01a224ed-aa22-73ea-9d05-1b5081fe104c','state','prepared','sent','{}','bdabef922693c801264f96691ab867bd8d6b38e1be3cab814c9ed4b9053b844b','df707a70c487f8e903050b77670b2e5a2b37daebfa041b6da7d5ed9e3bd7876a');
INSERT INTO "events" VALUES(57,'01a224ed-aa25-7d88-b203-57d83fc9b13d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885093897,NULL,'operation','01a224ed-aa22-73ea-9d05-1b5081fe104c','state','sent','unknown','{"error": "no whole answer came: ReadError"}','df707a70c487f8e903050b77670b2e5a2b37daebfa041b6da7d5ed9e3bd7876a','544f07c27e756ba7acbb8f5f5580b9a06e46f155689e16ce4554281d2f4bf174');
INSERT INTO "events" VALUES(58,'01a224ed-aa26-73e9-a24b-72190d13e240','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885094059,NULL,'payment','01a224ed-aa15-7a89-ace9-f2ef62516463','state','confirming','unknown','{"reason": "no_answer"}','544f07c27e756ba7acbb8f5f5580b9a06e46f155689e16ce4554281d2f4bf174','6a19faf603e33f35f182f8666800ff40351f1e0dd50d9a024e695c7c41ee8a46');
INSERT INTO "events" VALUES(59,'01a224ed-aa28-71c3-a9bb-ee91f37739b2','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885096770,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-aa28-7e6a-93e3-52f145563bed','settle_payment',NULL,'prepared','{}','6a19faf603e33f35f182f8666800ff40351f1e0dd50d9a024e695c7c41ee8a46','ea5a89ce028e76a838038043400b44e7787d136ec243dc680c29708ac819fb95');
INSERT INTO "events" VALUES(60,'01a224ed-aa28-73c9-af8b-a2269047f309','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885096927,'01a224ed-a910-7e90-ad01-f04c74a650ba','payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','state','awaiting_customer','confirming','{}','ea5a89ce028e76a838038043400b44e7787d136ec243dc680c29708ac819fb95','466ad94cc9aa328911f0c2e2a7136608656cb017fd71f9ed78a35cbb4f9b0841');
INSERT INTO "events" VALUES(61,'01a224ed-aa29-7a6f-87cf-1a471001fcf4','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885097517,NULL,'operation','01a224ed-aa28-7e6a-93e3-52f145563bed','state','prepared','sent','{}','466ad94cc9aa328911f0c2e2a7136608656cb017fd71f9ed78a35cbb4f9b0841','09660744a60b93305da088a8d756526f7de0dc38222ae4779e536655c466df14');
INSERT INTO "events" VALUES(62,'01a224ed-aa2c-782d-9c4f-3c4ff83f0697','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885100154,NULL,'operation','01a224ed-aa28-7e6a-93e3-52f145563bed','state','sent','not_sent','{"error": "the connection was not made: ConnectError: All connection attempts failed"}','09660744a60b93305da088a8d756526f7de0dc38222ae4779e536655c466df14','ff8f737892e549d0ceb8b611497eefb8c15b8b260f5d14bff89252d502dc772e');
INSERT INTO "events" VALUES(63,'01a224ed-aa2c-7c60-aeea-fd6ffe9325fa','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885100348,NULL,'payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','queued',NULL,'confirm','{}','ff8f737892e549d0ceb8b611497eefb8c15b8b260f5d14bff89252d502dc772e','1c52e6cd9063f58d7ba339057647ff41fba1f1f942653dd9f3378b2fda99806f');
INSERT INTO "events" VALUES(64,'01a224ed-aa2c-75db-b592-0c992afc671c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885100470,NULL,'payment','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','state','confirming','awaiting_customer','{"reason": "no_connection"}','1c52e6cd9063f58d7ba339057647ff41fba1f1f942653dd9f3378b2fda99806f','8ff1bfafa78e47832ea7b7b9849caaead04b464b7c4c7794b3af8f15a97a80c0');
INSERT INTO "events" VALUES(65,'01a224ed-aa45-716a-8702-db8bf6b88b02','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885125554,'01a224ed-a910-7e90-ad01-f04c74a650ba','account','01a224ed-aa45-7a12-81b1-d073cb057440','added',NULL,NULL,'{}','8ff1bfafa78e47832ea7b7b9849caaead04b464b7c4c7794b3af8f15a97a80c0','fe19ff547f8b592002f298d7f86fd2d5856cd70c08ae4ce4f0047121485e02fe');
INSERT INTO "events" VALUES(66,'01a224ed-aa46-7f37-aa46-a47505fc1e93','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885126766,'01a224ed-a910-7e90-ad01-f04c74a650ba','account','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','added',NULL,NULL,'{}','fe19ff547f8b592002f298d7f86fd2d5856cd70c08ae4ce4f0047121485e02fe','4973883910d8a7c1b750a4c8b7abb5ec4c6fd96fe4729add4f65914dda92e3a7');
INSERT INTO "events" VALUES(67,'01a224ed-aa4f-70e3-aed7-d098366faf54','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885135260,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aa4f-7859-bc60-78020a3de36a','drafted',NULL,'draft','{}','4973883910d8a7c1b750a4c8b7abb5ec4c6fd96fe4729add4f65914dda92e3a7','b21e2e26bfead94dbe759fb5354a47849b80762935034742fc70416c6c7a14ed');
INSERT INTO "events" VALUES(68,'01a224ed-aa4f-7ba0-8ffb-97061156dd0e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885135505,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aa4f-7859-bc60-78020a3de36a','state','draft','awaiting_approval','{}','b21e2e26bfead94dbe759fb5354a47849b80762935034742fc70416c6c7a14ed','c54b0d08834e0f5206c77f1e2b45c6fcaa61e024a8ad8cbc37d9d901caa0b669');
INSERT INTO "events" VALUES(69,'01a224ed-aa99-7b4f-b0af-937155d0667f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885209859,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aa4f-7859-bc60-78020a3de36a','state','awaiting_approval','approved','{"iban": "IR820164705193143269049553", "amount_rial": "1000000", "account": "01a224ed-aa45-7a12-81b1-d073cb057440"}','c54b0d08834e0f5206c77f1e2b45c6fcaa61e024a8ad8cbc37d9d901caa0b669','33e89eca7a15802649ade43d103eb7c74b13b666477ea9e362f7a5d1e4fc2312');
INSERT INTO "events" VALUES(70,'01a224ed-aaa1-743a-8927-cb76c91d441e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885217958,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-aaa1-77b5-9a5f-d834857abb76','submit_withdrawal',NULL,'prepared','{}','33e89eca7a15802649ade43d103eb7c74b13b666477ea9e362f7a5d1e4fc2312','c1dca209b87b1cb408b838efa88e4cba4d0e20b5c9db41838584bfb64e268266');
INSERT INTO "events" VALUES(71,'01a224ed-aaa2-7d4c-a280-295a59c16cd6','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885218193,NULL,'withdrawal','01a224ed-aa4f-7859-bc60-78020a3de36a','state','approved','submitting','{}','c1dca209b87b1cb408b838efa88e4cba4d0e20b5c9db41838584bfb64e268266','123d141e146c6d6d9dcc21c0b89df5f5795733e25bfb2889f18555ed204cb953');
INSERT INTO "events" VALUES(72,'01a224ed-aaa9-757c-9071-e661ed6c6c64','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885225448,NULL,'operation','01a224ed-aaa1-77b5-9a5f-d834857abb76','state','prepared','sent','{}','123d141e146c6d6d9dcc21c0b89df5f5795733e25bfb2889f18555ed204cb953','892c2885503b32f04a23ec5b0cc1b75d9b3e0c6a98886e47b489e9ad7e9e2132');
INSERT INTO "events" VALUES(73,'01a224ed-aac3-7cfe-94e2-8978be9596db','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885251622,NULL,'operation','01a224ed-aaa1-77b5-9a5f-d834857abb76','state','sent','answered','{}','892c2885503b32f04a23ec5b0cc1b75d9b3e0c6a98886e47b489e9ad7e9e2132','06dc78a8bace5a22e81da00516dddc8cf169b1ffa35f08261b4b1a27e35370c7');
INSERT INTO "events" VALUES(74,'01a224ed-aac3-7a6e-bb00-5468b7dd540e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885251760,NULL,'operation','01a224ed-aaa1-77b5-9a5f-d834857abb76','state','answered','applied','{}','06dc78a8bace5a22e81da00516dddc8cf169b1ffa35f08261b4b1a27e35370c7','7181310969690c7eeb56e989ea26643cbaf355ff8636f42b5fb53e3673b813e9');
INSERT INTO "events" VALUES(75,'01a224ed-aac3-758d-b1f9-bc6c4043e03f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885251968,NULL,'withdrawal','01a224ed-aa4f-7859-bc60-78020a3de36a','state','submitting','accepted','{"provider": "در انتظار پردازش"}','7181310969690c7eeb56e989ea26643cbaf355ff8636f42b5fb53e3673b813e9','be8e01984bde81f4f22cd094efd7a72c63f9fa83a150a0b8f8e4f428c1fb79a1');
INSERT INTO "events" VALUES(76,'01a224ed-aacd-79e1-b57f-70bc24943c47','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885261732,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aacd-7f7a-a285-ff58685e2973','drafted',NULL,'draft','{}','be8e01984bde81f4f22cd094efd7a72c63f9fa83a150a0b8f8e4f428c1fb79a1','81a3ba6949af16bf96e244bf3b1660a2c3754a1255a5da2cc4e02486d4ee5502');
INSERT INTO "events" VALUES(77,'01a224ed-aacd-7029-9965-71975619d340','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885261981,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aacd-7f7a-a285-ff58685e2973','state','draft','awaiting_approval','{}','81a3ba6949af16bf96e244bf3b1660a2c3754a1255a5da2cc4e02486d4ee5502','34c598e762e2910e3cbb41ecc4e7dd5bd92093d999c779c273a18f5db77e242c');
INSERT INTO "events" VALUES(78,'01a224ed-ab0d-7181-b68e-7ebed384993f','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885325866,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-aacd-7f7a-a285-ff58685e2973','state','awaiting_approval','approved','{"iban": "IR040128711387064946514083", "amount_rial": "1000010", "account": "01a224ed-aa45-7a12-81b1-d073cb057440"}','34c598e762e2910e3cbb41ecc4e7dd5bd92093d999c779c273a18f5db77e242c','827adff04d90704b014a906d1f47482c3322df3a77976e9b4eb79e1918ebb7ff');
INSERT INTO "events" VALUES(79,'01a224ed-ab11-760e-b1d6-c6bd35e68470','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885329532,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab11-7386-95e2-c20105029c10','drafted',NULL,'draft','{}','827adff04d90704b014a906d1f47482c3322df3a77976e9b4eb79e1918ebb7ff','effaa894f6c79794f60ee7ea88659dbd00ba4faefede9e54da4a5efecf93dc62');
INSERT INTO "events" VALUES(80,'01a224ed-ab11-7085-a30c-da1e289aba0c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885329715,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab11-7386-95e2-c20105029c10','state','draft','awaiting_approval','{}','effaa894f6c79794f60ee7ea88659dbd00ba4faefede9e54da4a5efecf93dc62','827df6c576fa68711b76c96bfa29fbcc1972f6ed00be95a9bf7628e8d8fb0000');
INSERT INTO "events" VALUES(81,'01a224ed-ab1d-7ab9-bcd3-8f72d4f71980','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885341594,'01a224ed-a910-7e90-ad01-f04c74a650ba','batch','01a224ed-ab1d-7c9c-bf7b-41deee7fbfc7','proposed',NULL,'3','{}','827df6c576fa68711b76c96bfa29fbcc1972f6ed00be95a9bf7628e8d8fb0000','118e3afc136eb2c90c81428144f496b50933e4cc2fcc9f48f49c4d1f9e2e0c4d');
INSERT INTO "events" VALUES(82,'01a224ed-ab1d-7f3a-b52e-f297e98a665e','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885341808,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-7034-b049-2c20c4d1d3f1','drafted',NULL,'awaiting_approval','{}','118e3afc136eb2c90c81428144f496b50933e4cc2fcc9f48f49c4d1f9e2e0c4d','e25594d08fcebda0e8a1308195477b8f9ddc6af1e664e70f639bb6b725a2cee1');
INSERT INTO "events" VALUES(83,'01a224ed-ab1d-7fb7-9d09-78fb9c8e489a','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885341898,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-78d0-a161-170f6af1b247','drafted',NULL,'awaiting_approval','{}','e25594d08fcebda0e8a1308195477b8f9ddc6af1e664e70f639bb6b725a2cee1','18960e7fad01f284b04b13abf7abc92e9e9d59cf323b6ee77f314dff170f7f63');
INSERT INTO "events" VALUES(84,'01a224ed-ab1d-787c-afda-38d4d08c2f7d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885341996,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-72b4-b20f-68d46162ae0d','drafted',NULL,'awaiting_approval','{}','18960e7fad01f284b04b13abf7abc92e9e9d59cf323b6ee77f314dff170f7f63','dd682f31c4f19a46a1f5e5d5ffd6735cd14c122eaa2df66473b64d507203badb');
INSERT INTO "events" VALUES(85,'01a224ed-ab46-7120-8cda-37e30d69524c','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885382091,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-7034-b049-2c20c4d1d3f1','state','awaiting_approval','approved','{"iban": "IR820164705193143269049553", "amount_rial": "1000000", "account": "01a224ed-aa46-7ed5-92ec-a3d052d28b0a"}','dd682f31c4f19a46a1f5e5d5ffd6735cd14c122eaa2df66473b64d507203badb','4c3193ce42c0b10b65c0ccac1b2a8775fb90ccbe0da1b7019e24232ceeea94c0');
INSERT INTO "events" VALUES(86,'01a224ed-ab46-7ee5-9a5b-6827a558c415','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885382282,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-78d0-a161-170f6af1b247','state','awaiting_approval','approved','{"iban": "IR040128711387064946514083", "amount_rial": "1000010", "account": "01a224ed-aa46-7ed5-92ec-a3d052d28b0a"}','4c3193ce42c0b10b65c0ccac1b2a8775fb90ccbe0da1b7019e24232ceeea94c0','003edd45f18568248bf73be6f42f879611766d878f3901ff35a5c8272e6bbbb2');
INSERT INTO "events" VALUES(87,'01a224ed-ab46-787a-b0f3-bfea641879f7','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885382393,'01a224ed-a910-7e90-ad01-f04c74a650ba','withdrawal','01a224ed-ab1d-72b4-b20f-68d46162ae0d','state','awaiting_approval','approved','{"iban": "IR450553872982626502034966", "amount_rial": "1000020", "account": "01a224ed-aa46-7ed5-92ec-a3d052d28b0a"}','003edd45f18568248bf73be6f42f879611766d878f3901ff35a5c8272e6bbbb2','70d4e02e4492fe554fb90d43159110017e6735ce7efeeb7a4638453a3445320d');
INSERT INTO "events" VALUES(88,'01a224ed-ab4e-77a3-b444-8e8bb2a3b456','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885390413,'01a224ed-a910-7e90-ad01-f04c74a650ba','operation','01a224ed-ab4e-7caa-bc0e-7afd6fa18665','submit_withdrawal',NULL,'prepared','{}','70d4e02e4492fe554fb90d43159110017e6735ce7efeeb7a4638453a3445320d','d1e566d84e75fbb67413be54b45532857d1dfd7fdebe0bf8505bdf6711853c42');
INSERT INTO "events" VALUES(89,'01a224ed-ab4e-7b1b-a405-cf3b6284c98a','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885390650,NULL,'withdrawal','01a224ed-ab1d-7034-b049-2c20c4d1d3f1','state','approved','submitting','{}','d1e566d84e75fbb67413be54b45532857d1dfd7fdebe0bf8505bdf6711853c42','15ffb9769eb3294bd64cfa7f30891831d05da7823be78f9bc319f486a1df90f0');
INSERT INTO "events" VALUES(90,'01a224ed-ab55-7b8a-8b47-b57694fbd6d9','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885397762,NULL,'operation','01a224ed-ab4e-7caa-bc0e-7afd6fa18665','state','prepared','sent','{}','15ffb9769eb3294bd64cfa7f30891831d05da7823be78f9bc319f486a1df90f0','4faa8d75077a2d8198b9e4b64cc72872a755bc4e66e6b2734e6f9e502f7f0ff9');
INSERT INTO "events" VALUES(91,'01a224ed-ab5e-7acb-9612-d84f5e0c293d','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885406211,NULL,'operation','01a224ed-ab4e-7caa-bc0e-7afd6fa18665','state','sent','answered','{}','4faa8d75077a2d8198b9e4b64cc72872a755bc4e66e6b2734e6f9e502f7f0ff9','97320eae72d819269e6637094f5d4f3a1c39004076dc14eba6efbc059fdbec1e');
INSERT INTO "events" VALUES(92,'01a224ed-ab5e-7080-9ff3-f57f46c2e008','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885406400,NULL,'operation','01a224ed-ab4e-7caa-bc0e-7afd6fa18665','state','answered','applied','{}','97320eae72d819269e6637094f5d4f3a1c39004076dc14eba6efbc059fdbec1e','a447c0b0ac041af55ae61e3a1e017285553c0c4b936f01bb74231987f8d5cb42');
INSERT INTO "events" VALUES(93,'01a224ed-ab5e-7eb0-9c19-bff1ed2aa624','01a224ed-a90e-73c9-a1d0-09108c20f724',1795915885406581,NULL,'withdrawal','01a224ed-ab1d-7034-b049-2c20c4d1d3f1','state','submitting','accepted','{}','a447c0b0ac041af55ae61e3a1e017285553c0c4b936f01bb74231987f8d5cb42','19a6175552537f65bf24a618439fd80477a7d0f55dc1de3fa5ce51f4211e0b54');
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
INSERT INTO "operations" VALUES('01a224ed-a97d-7c0a-b6b0-c344ae81c97e','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a977-7d37-90ea-e0325d6309d7','open_payment','applied','{}',1795915884925811,1795915884929136,1795915884962522,1795915884962522,'{"code":0,"result":{"requestId":"e3e70682-c209-4cac-a29f-6fbed82c07cd","expiryDate":"2026-11-29T04:36:24.9508550"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-a9ae-7eb7-9fd0-068a5c99d866','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a977-7d37-90ea-e0325d6309d7','settle_payment','applied','{"key": "e3e70682-c209-4cac-a29f-6fbed82c07cd"}',1795915884974370,1795915884975318,1795915884979343,1795915884979343,'{"code":0,"result":{"id":1}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-a9bd-719a-a980-fd6e30934c30','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','open_payment','applied','{}',1795915884989771,1795915884990812,1795915884994467,1795915884994467,'{"code":0,"result":{"requestId":"7c65c1e5-82e2-4662-b728-b4fa42485e3a","expiryDate":"2026-11-29T04:36:24.9929390"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-a9c5-7b8f-a897-2afc4c4f7f88','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','open_payment','applied','{}',1795915884997873,1795915884998600,1795915885001803,1795915885001803,'{"code":0,"result":{"requestId":"4da5e709-d471-4d60-88a7-0639eb1167b3","expiryDate":"2026-11-29T04:36:25.0003730"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-a9d5-7b79-99be-ac763b310556','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a95d-7a0b-aa08-ae2073ab0708','01a224ed-a9cf-775d-96e9-44e258d95bf5','open_payment','applied','{}',1795915885013244,1795915885017371,1795915885037008,1795915885037008,'{"message":"OK","info":{"token":"w3niifX9HR"},"errors":[]}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-aa02-7dc7-982c-9444c7cd74d5','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a95d-7a0b-aa08-ae2073ab0708','01a224ed-a9cf-775d-96e9-44e258d95bf5','settle_payment','applied','{"key": "w3niifX9HR"}',1795915885058148,1795915885059030,1795915885065917,1795915885065917,'{"merchant":{"display_name":"فروشگاه نمونه","display_image":"","display_biz_name":"پوشاک نمونه"},"description":"","payer":"0912*****77","created":"2026-11-29T05:01:25.033201+03:30","amount":50000,"paid":"2026-11-29T05:01:25.046383+03:30","token":"w3niifX9HR","outcome":{"rrn":"162788563211","total_amount":50000,"tip":0,"state":"pending","state_error":null,"method":"asanpardakht"},"payload":"01a224ed-a9cf-775d-96e9-44e258d95bf5"}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-aa19-75f0-8d78-7a6769be07a1','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-aa15-7a89-ace9-f2ef62516463','open_payment','applied','{}',1795915885081690,1795915885082524,1795915885085936,1795915885085936,'{"code":0,"result":{"requestId":"12e0c8b2-bad6-40fb-9948-8dec4f65d4d9","expiryDate":"2026-11-29T04:36:25.0844830"}}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-aa22-73ea-9d05-1b5081fe104c','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-aa15-7a89-ace9-f2ef62516463','settle_payment','unknown','{"code": "942500", "key": "12e0c8b2-bad6-40fb-9948-8dec4f65d4d9"}',1795915885090467,1795915885091264,NULL,NULL,NULL,'no whole answer came: ReadError',0,1795915885093753);
INSERT INTO "operations" VALUES('01a224ed-aa28-7e6a-93e3-52f145563bed','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','settle_payment','not_sent','{"key": "7c65c1e5-82e2-4662-b728-b4fa42485e3a"}',1795915885096724,1795915885097429,NULL,1795915885100040,NULL,'the connection was not made: ConnectError: All connection attempts failed',0,NULL);
INSERT INTO "operations" VALUES('01a224ed-aaa1-77b5-9a5f-d834857abb76','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa45-7a12-81b1-d073cb057440','01a224ed-aa4f-7859-bc60-78020a3de36a','submit_withdrawal','applied','{"amount_rial": "1000000", "call": "01a224ed-aaa1-7263-801c-161f5939cfff", "iban": "IR820164705193143269049553", "track_id": "1SDYQD75Q3"}',1795915885217817,1795915885225200,1795915885251459,1795915885251459,'{"hashid":"198f4ff31e","track_id":"1SDYQD75Q3","status":"pending","message":"در انتظار پردازش","ref_code":null}',NULL,0,NULL);
INSERT INTO "operations" VALUES('01a224ed-ab4e-7caa-bc0e-7afd6fa18665','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-ab1d-7034-b049-2c20c4d1d3f1','submit_withdrawal','applied','{"amount_rial": "1000000", "call": "01a224ed-ab4e-7949-82ce-7ca492cac4ab", "iban": "IR820164705193143269049553", "track_id": "1SDYQDB20X"}',1795915885390305,1795915885397524,1795915885406034,1795915885406034,'{"id":1,"amount":"100000","holder_name":"آزمون ساختگی","bank_name":"کشاورزی","iban":"IR820164705193143269049553","status":"0","created_at":"2026-11-29 05:01:25"}',NULL,0,NULL);
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
INSERT INTO "operators" VALUES('01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a90e-73c9-a1d0-09108c20f724','Mina Example','manager','$argon2id$v=19$m=19456,t=2,p=1$YgiUeWhAbnmAojkIYOs0fA$KGZQppkoR6OSFP+HXhRH0A0jt6jYAYxkLZ5HZncjzGM',0,NULL,1795915884869688,NULL);
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
INSERT INTO "outbox" VALUES('01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','confirm','{"code": "424604"}','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885100197,1,1795915885100197,'the connection was not made: ConnectError: All connection attempts failed');
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
INSERT INTO "payments" VALUES('01a224ed-a977-7d37-90ea-e0325d6309d7','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a95e-7a0d-8fc4-94e67807294c','1SDYQCZNP1','12.5','USDT','00142277','','paid',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','e3e70682-c209-4cac-a29f-6fbed82c07cd',1795916184950855,NULL,1795915884979689,'1',NULL,1795915884919167,1795915884979696,5);
INSERT INTO "payments" VALUES('01a224ed-a9b4-7d0d-8c5c-d3364e0afe4b','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a9b4-72e7-aeb0-0b47d765953f','1SDYQCFG4Z','20','USDT','00142277','','awaiting_customer','no_connection','01a224ed-a910-7e90-ad01-f04c74a650ba','7c65c1e5-82e2-4662-b728-b4fa42485e3a',1795916184992939,NULL,NULL,NULL,NULL,1795915884980646,1795915885100380,5);
INSERT INTO "payments" VALUES('01a224ed-a9c4-7f9e-89b3-8d7e40aadb20','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-a9c4-703c-a10c-c0bcd80897e7','1SDYQCQ4X5','7','USDT','00142277','','cancelled','by_person','01a224ed-a910-7e90-ad01-f04c74a650ba','4da5e709-d471-4d60-88a7-0639eb1167b3',1795916185000373,NULL,NULL,NULL,NULL,1795915884996741,1795915885003371,4);
INSERT INTO "payments" VALUES('01a224ed-a9cf-775d-96e9-44e258d95bf5','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a95d-7a0b-aa08-ae2073ab0708','01a224ed-a9cb-7de3-8919-3e1c3ead2784','1SDYQDQ5E8','50000','IRR','','','paid',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','w3niifX9HR',1795917085025347,1795915885046383,1795915885046383,'162788563211',NULL,1795915885007961,1795915885066238,6);
INSERT INTO "payments" VALUES('01a224ed-aa0b-7ead-a907-69b027f0c68d','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a95d-7a0b-aa08-ae2073ab0708','01a224ed-aa0b-7ead-b374-2796c0a06b37','1SDYQDACQQ','70000','IRR','','','draft',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba',NULL,NULL,NULL,NULL,NULL,NULL,1795915885067089,1795915885067089,1);
INSERT INTO "payments" VALUES('01a224ed-aa15-7a89-ace9-f2ef62516463','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-a949-7f3b-9577-b2f036a6c604','01a224ed-aa15-7a56-b4bf-d79d77c78a94','1SDYQDFXGZ','3','USDT','00142277','','unknown','no_answer','01a224ed-a910-7e90-ad01-f04c74a650ba','12e0c8b2-bad6-40fb-9948-8dec4f65d4d9',1795916185084483,NULL,NULL,NULL,NULL,1795915885077403,1795915885093962,5);
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('appearance','system');
INSERT INTO "settings" VALUES('language','fa');
INSERT INTO "settings" VALUES('shop_name','');
INSERT INTO "settings" VALUES('till_id','01a224ed-a90e-73c9-a1d0-09108c20f724');
INSERT INTO "settings" VALUES('time_zone','Asia/Tehran');
INSERT INTO "settings" VALUES('withdrawal_unit','IRR');
CREATE TABLE transfer_batches (
    id           TEXT PRIMARY KEY,
    till_id      TEXT NOT NULL,
    account_id   TEXT NOT NULL REFERENCES accounts (id),
    intent_id    TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    row_count    INTEGER NOT NULL,
    total_rial   TEXT NOT NULL,
    -- When its last call left: what runs without a break does not grow old.
    last_call_at INTEGER,
    is_paused    INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
    operator_id  TEXT REFERENCES operators (id),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;
INSERT INTO "transfer_batches" VALUES('01a224ed-ab1d-7c9c-bf7b-41deee7fbfc7','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-ab12-7969-acc8-f1b4578bde55','Wages',3,'3000030',1795915885397524,0,'01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885341458,1795915885341458);
CREATE TABLE withdrawals (
    id               TEXT PRIMARY KEY,
    till_id          TEXT NOT NULL,
    account_id       TEXT NOT NULL REFERENCES accounts (id),
    -- One press of "review", or one row of one batch, is one withdrawal, however often it arrives.
    intent_id        TEXT NOT NULL UNIQUE,
    reference        TEXT NOT NULL UNIQUE,
    amount_rial      TEXT NOT NULL,
    iban             TEXT NOT NULL,
    holder           TEXT NOT NULL,
    note             TEXT NOT NULL,
    pay_id           TEXT NOT NULL,
    batch_id         TEXT REFERENCES transfer_batches (id),
    batch_row        INTEGER,
    state            TEXT NOT NULL CHECK (state IN (
        'draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'paid', 'rejected', 'refused',
        'unknown', 'cancelled')),
    reason           TEXT,
    operator_id      TEXT REFERENCES operators (id),
    approver_id      TEXT REFERENCES operators (id),
    approved_at      INTEGER,
    submitted_at     INTEGER,
    provider_key     TEXT,
    tracking_number  TEXT,
    ref_code         TEXT,
    provider_code    TEXT,
    provider_message TEXT,
    fault_fields     TEXT NOT NULL,
    bank_name        TEXT,
    told_holder      TEXT,
    paid_at          INTEGER,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    -- What a search finds it by, normalised: see domain/text.py.
    search_text      TEXT NOT NULL
) STRICT;
INSERT INTO "withdrawals" VALUES('01a224ed-aa4f-7859-bc60-78020a3de36a','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa45-7a12-81b1-d073cb057440','01a224ed-aa4e-7e8f-ac93-5b02c9df4474','1SDYQD75Q3','1000000','IR820164705193143269049553','Sara Example','','',NULL,NULL,'accepted',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885209501,1795915885217673,'198f4ff31e',NULL,NULL,NULL,'در انتظار پردازش','',NULL,NULL,NULL,1795915885135032,1795915885251799,5,'1sdyqd75q3 ir820164705193143269049553 sara example 1000000 198f4ff31e در انتظار پردازش');
INSERT INTO "withdrawals" VALUES('01a224ed-aacd-7f7a-a285-ff58685e2973','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa45-7a12-81b1-d073cb057440','01a224ed-aacd-78db-9841-65c13fd28338','1SDYQDTCEA','1000010','IR040128711387064946514083','Sara Example','','',NULL,NULL,'approved',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885325523,NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,1795915885261546,1795915885325631,3,'1sdyqdtcea ir040128711387064946514083 sara example 1000010');
INSERT INTO "withdrawals" VALUES('01a224ed-ab11-7386-95e2-c20105029c10','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa45-7a12-81b1-d073cb057440','01a224ed-ab11-7b7e-857e-29372479df0d','1SDYQD40JW','1000020','IR450553872982626502034966','Sara Example','','',NULL,NULL,'awaiting_approval',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,1795915885329353,1795915885329614,2,'1sdyqd40jw ir450553872982626502034966 sara example 1000020');
INSERT INTO "withdrawals" VALUES('01a224ed-ab1d-7034-b049-2c20c4d1d3f1','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-ab12-7969-acc8-f1b4578bde55/1','1SDYQDB20X','1000000','IR820164705193143269049553','Sara Example','','','01a224ed-ab1d-7c9c-bf7b-41deee7fbfc7',1,'accepted',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885381767,1795915885390038,'1',NULL,NULL,NULL,NULL,'','کشاورزی','آزمون ساختگی',NULL,1795915885341458,1795915885406437,4,'1sdyqdb20x ir820164705193143269049553 sara example 1000000 1 ازمون ساختگی کشاورزی');
INSERT INTO "withdrawals" VALUES('01a224ed-ab1d-78d0-a161-170f6af1b247','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-ab12-7969-acc8-f1b4578bde55/2','1SDYQD6DJV','1000010','IR040128711387064946514083','Sara Example','','','01a224ed-ab1d-7c9c-bf7b-41deee7fbfc7',2,'approved',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885381767,NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,1795915885341458,1795915885382169,2,'1sdyqd6djv ir040128711387064946514083 sara example 1000010');
INSERT INTO "withdrawals" VALUES('01a224ed-ab1d-72b4-b20f-68d46162ae0d','01a224ed-a90e-73c9-a1d0-09108c20f724','01a224ed-aa46-7ed5-92ec-a3d052d28b0a','01a224ed-ab12-7969-acc8-f1b4578bde55/3','1SDYQD2W08','1000020','IR450553872982626502034966','Sara Example','','','01a224ed-ab1d-7c9c-bf7b-41deee7fbfc7',3,'approved',NULL,'01a224ed-a910-7e90-ad01-f04c74a650ba','01a224ed-a910-7e90-ad01-f04c74a650ba',1795915885381767,NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,1795915885341458,1795915885382315,2,'1sdyqd2w08 ir450553872982626502034966 sara example 1000020');
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
CREATE INDEX transfer_batches_newest ON transfer_batches (created_at, id);
CREATE INDEX withdrawals_newest ON withdrawals (created_at, id);
CREATE INDEX withdrawals_open ON withdrawals (created_at, id)
    WHERE state IN ('draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'unknown');
CREATE INDEX withdrawals_of_batch ON withdrawals (batch_id, batch_row) WHERE batch_id IS NOT NULL;
CREATE INDEX withdrawals_approved ON withdrawals (account_id, approved_at) WHERE approved_at IS NOT NULL;
CREATE INDEX withdrawals_alike ON withdrawals (iban, created_at);
CREATE UNIQUE INDEX withdrawals_provider_key ON withdrawals (account_id, provider_key)
    WHERE provider_key IS NOT NULL;
COMMIT;
PRAGMA application_id = 1131636850;
PRAGMA user_version = 3;
