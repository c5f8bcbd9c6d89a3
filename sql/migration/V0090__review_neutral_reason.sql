-- What R07 and R14 are told as outside of the agency, both by one code and one text. An empty table is filled by the pack.
INSERT INTO review_reason (code, position, outcomes, name_vi, name_en, text_vi, text_en)
SELECT 'R90', 900, '', 'Cần xác minh thêm (thay R07 và R14 khi báo ra ngoài)',
       'More to be verified (told outside for R07 and R14)',
       'Cơ quan xét duyệt cần xác minh thêm nên chưa thể chấp thuận đề nghị này. Mời ông/bà kiểm tra lại thông tin và nhu cầu cấp thẻ với người được đề nghị; nếu cần biết thêm, người đó có thể mang bản chính giấy tờ liên quan đến cơ quan xét duyệt.',
       'The reviewing agency would have to verify more and cannot approve this request. Please check the details and the need for a card with the person concerned; to know more, they may bring the original papers to the reviewing agency.'
FROM DUAL
WHERE EXISTS (SELECT 1 FROM review_reason) AND NOT EXISTS (SELECT 1 FROM review_reason WHERE code = 'R90');
UPDATE review_reason r JOIN review_reason n ON n.code = 'R90'
SET r.text_vi = n.text_vi, r.text_en = n.text_en
WHERE r.code IN ('R07', 'R14');
