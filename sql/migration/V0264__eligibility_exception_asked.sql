-- An exception that an officer of a reviewing agency asks for: asked_by_agency is that agency, 0 for one that the health office entered.
-- Its first state is ASKED; a health officer who takes it on makes it PROPOSED, by a step, and another one approves it.
ALTER TABLE eligibility_exception
    ADD COLUMN asked_by_agency BIGINT NOT NULL DEFAULT 0;
