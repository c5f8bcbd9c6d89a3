-- Codes that people show and that are no card, told apart by what they look like; the first that fits counts. From some of them the
-- holder's card can be found: their groups "number" and "old" are numbers of an identity document.
CREATE TABLE verification_code_system (
    code      VARCHAR(24)   NOT NULL PRIMARY KEY,
    position  INT           NOT NULL UNIQUE,
    pattern   VARCHAR(500)  NOT NULL,
    name_vi   VARCHAR(120)  NOT NULL,
    name_en   VARCHAR(120)  NOT NULL,
    lookup    BOOLEAN       NOT NULL
);
INSERT INTO verification_code_system (code, position, pattern, name_vi, name_en, lookup) VALUES
    ('CCCD', 10, '(?<number>[0-9]{12})[|](?<old>[0-9]{9})?[|][^|]*[|][0-9]{8}[|][^|]*[|][^|]*[|][0-9]{8}(?:[|].*)?',
     'Mã QR trên căn cước công dân', 'QR code of the identity card', TRUE),
    ('EU_DCC', 30, 'HC1:.+', 'Chứng nhận COVID số (EU và Bộ Y tế)', 'Digital COVID certificate (EU and Ministry of Health)', FALSE),
    ('SMART', 40, 'shc:/[0-9/]+', 'SMART Health Card', 'SMART Health Card', FALSE),
    ('KHAI_BAO', 50, 'https?://[^/]*(?:tokhaiyte|suckhoe|kbyt|bluezone|pccovid|tiemchungcovid19)[^/]*(?:/.*)?',
     'Khai báo y tế, sổ sức khỏe điện tử', 'Health declaration, electronic health book', FALSE),
    ('LUONG_XANH', 60, 'https?://[^/]*(?:luongxanh|vantai)[^/]*[.]drvn[.]gov[.]vn(?:/.*)?', 'Giấy nhận diện phương tiện (luồng xanh)',
     'Green lane paper of a vehicle', FALSE),
    ('LINK', 90, 'https?://.+', 'Một đường dẫn web, không phải Thẻ Covid', 'A web link, not a Covid card', FALSE);
