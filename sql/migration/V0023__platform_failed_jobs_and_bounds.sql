-- again_at: the work was asked for once more while it ran; from then on it runs again.
ALTER TABLE platform_job ADD COLUMN again_at DATETIME(6);

-- Work that failed and is not tried again by itself. The incident is that of the log.
CREATE TABLE platform_failed_job (
    public_id  BINARY(16)   NOT NULL PRIMARY KEY,
    job        VARCHAR(100) NOT NULL,
    argument   VARCHAR(100) NOT NULL,
    attempts   INT          NOT NULL,
    incident   VARCHAR(16)  NOT NULL,
    failed_at  DATETIME(6)  NOT NULL,
    UNIQUE KEY platform_failed_job_of (job, argument)
);

-- As wide as what reader and forms let through: a row of 8,000 characters that was repaired is kept twice, and JSON may
-- write a character in six. A form has up to 60 columns with keys of 40 characters.
ALTER TABLE stafflist_row MODIFY COLUMN cells MEDIUMBLOB NOT NULL;
ALTER TABLE stafflist_row_before MODIFY COLUMN cells MEDIUMBLOB;
ALTER TABLE stafflist_staged
    MODIFY COLUMN cells MEDIUMBLOB NOT NULL,
    MODIFY COLUMN columns VARCHAR(2500) NOT NULL;
ALTER TABLE stafflist_list MODIFY COLUMN details MEDIUMBLOB;

-- Sixteen activities, which is as many as a card holds, with codes of 24 characters.
ALTER TABLE stafflist_entry
    MODIFY COLUMN cells MEDIUMBLOB NOT NULL,
    MODIFY COLUMN activities VARCHAR(400) NOT NULL;
ALTER TABLE card_card MODIFY COLUMN activities VARCHAR(400) NOT NULL;
