INSERT INTO review_reason (code, outcomes, text_vi, text_en, position)
SELECT :code, :outcomes, :text_vi, :text_en, :position
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM review_reason WHERE code = :code)
