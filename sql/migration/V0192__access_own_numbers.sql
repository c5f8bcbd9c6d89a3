-- An officer's own phone and document, sealed: what is asked for with either of them is not theirs to decide.
ALTER TABLE access_account
    ADD COLUMN own_phone    VARBINARY(200),
    ADD COLUMN own_document VARBINARY(200);
