CREATE SEQUENCE eligibility_criteria_seq START WITH 1001 INCREMENT BY 50;

-- Criteria sets as they were written, right or wrong; text is the file of one. A draft is changed in place, revision goes on with
-- each change. What was attested is never changed and never deleted. code and name repeat what is in the text, for lists.
--   document_content  the signed document, encrypted
CREATE TABLE eligibility_criteria_set (
    id                BIGINT       NOT NULL PRIMARY KEY,
    public_id         BINARY(16)   NOT NULL UNIQUE,
    code              VARCHAR(40)  NOT NULL,
    name_vi           VARCHAR(500) NOT NULL,
    name_en           VARCHAR(500) NOT NULL,
    document          VARCHAR(120) NOT NULL,
    text              MEDIUMTEXT   NOT NULL,
    revision          INT          NOT NULL,
    begun_by          BIGINT       NOT NULL,
    beginner          VARCHAR(120) NOT NULL,
    begun_at          DATETIME(6)  NOT NULL,
    editor            VARCHAR(120) NOT NULL,
    edited_at         DATETIME(6)  NOT NULL,
    document_name     VARCHAR(200) NOT NULL DEFAULT '',
    document_content  LONGBLOB,
    attested_by       BIGINT,
    attester          VARCHAR(120),
    attested_at       DATETIME(6)
);

-- Whoever wrote a part of a set may not attest it.
CREATE TABLE eligibility_criteria_editor (
    set_id      BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    PRIMARY KEY (set_id, account_id),
    CONSTRAINT eligibility_criteria_editor_of FOREIGN KEY (set_id) REFERENCES eligibility_criteria_set (id) ON DELETE CASCADE
);
