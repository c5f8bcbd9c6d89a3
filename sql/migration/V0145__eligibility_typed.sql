CREATE SEQUENCE eligibility_typed_seq START WITH 1001 INCREMENT BY 50;

-- Records typed by hand, one by one, which another person compares with the paper before they count. What was confirmed goes
-- through an import like any file.
--   content  cells, encrypted; empty once the import has them
--   state    WAITING, RETURNED to whoever typed it, CONFIRMED; who throws one away deletes it
CREATE TABLE eligibility_typed (
    id          BIGINT       NOT NULL PRIMARY KEY,
    public_id   BINARY(16)   NOT NULL UNIQUE,
    source_id   BIGINT       NOT NULL,
    name        VARCHAR(120) NOT NULL,
    content     BLOB         NOT NULL,
    state       VARCHAR(10)  NOT NULL,
    typed_by    BIGINT       NOT NULL,
    typist      VARCHAR(120) NOT NULL,
    typed_at    DATETIME(6)  NOT NULL,
    checked_by  BIGINT,
    checker     VARCHAR(120) NOT NULL DEFAULT '',
    checked_at  DATETIME(6),
    note        VARCHAR(300) NOT NULL DEFAULT '',
    import_id   BIGINT,
    KEY eligibility_typed_waiting (source_id, state, id),
    CONSTRAINT eligibility_typed_of FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);
