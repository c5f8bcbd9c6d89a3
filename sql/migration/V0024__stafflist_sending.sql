-- A line in the state SENDING goes with submission_id to the agency. Whoever changes it meanwhile takes it out of that
-- state, and it stays in the draft. workplace_id: where the person is to work, as the line was checked last.
ALTER TABLE stafflist_row
    ADD COLUMN submission_id BIGINT,
    ADD COLUMN workplace_id  BIGINT;
ALTER TABLE stafflist_row_before ADD COLUMN workplace_id BIGINT;

-- document_key: of a row whose document another line of the draft has, so that it is free when that line goes.
ALTER TABLE stafflist_staged
    ADD COLUMN workplace_id BIGINT,
    ADD COLUMN document_key VARBINARY(32);

-- revision: moves on with all that changes the lines of a draft, be it the draft's people or an agency's refusal. An
-- upload's based_on is the one that its preview was made against and, once it is taken, the one that it left. What stands
-- there from before fits none.
ALTER TABLE stafflist_list ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
UPDATE stafflist_list SET revision = 1;
