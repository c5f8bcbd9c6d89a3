-- The first version of each kind; health officers add the next in the portal.
INSERT INTO eligibility_exception_kind
    (code, valid_from, valid_to, name_vi, name_en, evidence_vi, evidence_en, at_post_vi, at_post_en, most_days, medical)
SELECT :code, :valid_from, :valid_to, :name_vi, :name_en, :evidence_vi, :evidence_en, :at_post_vi, :at_post_en, :most_days,
       :medical = 'true'
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM eligibility_exception_kind WHERE code = :code)
