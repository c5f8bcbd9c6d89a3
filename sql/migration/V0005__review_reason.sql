-- Why an entry or a registration is refused or returned. The texts go to the organisation; the names are shown inside
-- agencies only, because some texts say nothing on purpose.
CREATE TABLE review_reason (
    code      VARCHAR(8)   NOT NULL PRIMARY KEY,
    position  INT          NOT NULL,
    outcomes  VARCHAR(40)  NOT NULL,
    name_vi   VARCHAR(120) NOT NULL,
    name_en   VARCHAR(120) NOT NULL,
    text_vi   VARCHAR(400) NOT NULL,
    text_en   VARCHAR(400) NOT NULL
);
