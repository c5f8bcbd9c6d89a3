-- Whether whoever sent it was shown to be the person: by a code to the phone of their health record. Nothing that somebody without an
-- account sent otherwise is ever approved without a person.
ALTER TABLE stafflist_individual ADD COLUMN proved BOOLEAN NOT NULL DEFAULT FALSE;
