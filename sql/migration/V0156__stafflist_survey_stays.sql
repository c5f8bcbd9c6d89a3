-- Of a part of a survey: what stays because somebody passed it on, and what lay elsewhere before the draft and is not moved by it.
ALTER TABLE stafflist_survey_part
    ADD COLUMN passed_on     INT NOT NULL DEFAULT 0,
    ADD COLUMN lay_elsewhere INT NOT NULL DEFAULT 0;
