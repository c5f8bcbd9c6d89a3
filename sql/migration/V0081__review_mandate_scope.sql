-- A mandate is a document with a number and a day of its own, and may be for some forms only (codes parted by spaces; empty: all).
ALTER TABLE review_mandate
    ADD COLUMN document_date DATE,
    ADD COLUMN forms         VARCHAR(60) NOT NULL DEFAULT '';
