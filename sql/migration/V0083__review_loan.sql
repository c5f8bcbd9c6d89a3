-- An officer of one agency works at another's desk for some days besides their own. Both days count; ended early where ended_at
-- is set. closed_at: when what they had there was free again.
CREATE TABLE review_loan (
    id          BIGINT      NOT NULL PRIMARY KEY,
    public_id   BINARY(16)  NOT NULL UNIQUE,
    lender_id   BIGINT      NOT NULL,
    account_id  BIGINT      NOT NULL,
    borrower_id BIGINT      NOT NULL,
    valid_from  DATE        NOT NULL,
    valid_to    DATE        NOT NULL,
    made_by     BIGINT      NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    ended_by    BIGINT,
    ended_at    DATETIME(6),
    closed_at   DATETIME(6),
    KEY review_loan_account (account_id, valid_to),
    KEY review_loan_lender (lender_id, valid_to),
    KEY review_loan_borrower (borrower_id, valid_to),
    KEY review_loan_open (closed_at, valid_to)
);
