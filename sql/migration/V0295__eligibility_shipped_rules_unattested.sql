-- What came with the portal was kept as attested by the portal itself, so that it could be put in force without anybody having
-- compared it with a document. From now on a health officer does so first; where it is in force it stays so.
UPDATE eligibility_criteria_set SET attested_by = NULL, attester = NULL, attested_at = NULL WHERE begun_by = 0;
