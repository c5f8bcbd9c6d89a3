-- By which document an officer decided alone: the history says so, and what waits for its window keeps it until then.
ALTER TABLE review_decision ADD COLUMN mandate_no VARCHAR(60);
ALTER TABLE review_pending ADD COLUMN mandate_no VARCHAR(60) NOT NULL DEFAULT '';
