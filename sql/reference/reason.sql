INSERT INTO registry_reason (code, outcomes, name_vi, name_en, text_vi, text_en, position)
SELECT :code, IFNULL(:outcomes, ''), :name_vi, :name_en, :text_vi, :text_en, :position
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_reason WHERE code = :code)
