-- People of an organisation whose registration is not confirmed: told that they are on a list when it is, and not before.
CREATE TABLE notification_waiting (
    entry_id         BIGINT NOT NULL PRIMARY KEY,
    organisation_id  BIGINT NOT NULL,
    KEY notification_waiting_of (organisation_id, entry_id)
);

-- An opt-out is of a request, found by the keyed hash of its look-up code. Those of phones end: whoever gave a number could
-- switch off what its owner gets.
DELETE FROM notification_opt_out;
ALTER TABLE notification_opt_out CHANGE COLUMN phone_hash code_hash VARBINARY(32) NOT NULL;

-- The words that the portal came with: no name that a stranger typed.
UPDATE notification_template SET body = REPLACE(body, 'đã nhận đề nghị cấp thẻ của {ho_ten}, gửi {co_quan}.',
    'đã nhận đề nghị cấp thẻ ghi số điện thoại này, gửi {co_quan}.')
WHERE edited_by = 0 AND kind = 'INDIVIDUAL_ENTERED' AND channel = 'SMS' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'the request of {ho_ten} was received and sent to {co_quan}.',
    'a request that names this phone was received and sent to {co_quan}.')
WHERE edited_by = 0 AND kind = 'INDIVIDUAL_ENTERED' AND channel = 'SMS' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'đề nghị của {ho_ten} cần bổ sung.',
    'đề nghị cấp thẻ cần bổ sung.')
WHERE edited_by = 0 AND kind = 'PERSON_RETURNED' AND channel = 'SMS' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'the request of {ho_ten} has to be completed.',
    'your request has to be completed.')
WHERE edited_by = 0 AND kind = 'PERSON_RETURNED' AND channel = 'SMS' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'đề nghị cấp thẻ của {ho_ten} chưa được chấp thuận.',
    'đề nghị cấp thẻ chưa được chấp thuận.')
WHERE edited_by = 0 AND kind = 'PERSON_REFUSED' AND channel = 'SMS' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'the request for a card for {ho_ten} was not approved.',
    'your request for a card was not approved.')
WHERE edited_by = 0 AND kind = 'PERSON_REFUSED' AND channel = 'SMS' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'Kính gửi {ho_ten},',
    'Kính gửi Ông/Bà,')
WHERE edited_by = 0 AND kind = 'INDIVIDUAL_ENTERED' AND channel = 'EMAIL' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'Dear {ho_ten},',
    'Dear Sir or Madam,')
WHERE edited_by = 0 AND kind = 'INDIVIDUAL_ENTERED' AND channel = 'EMAIL' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'Kính gửi {ho_ten},',
    'Kính gửi Ông/Bà,')
WHERE edited_by = 0 AND kind = 'PERSON_RETURNED' AND channel = 'EMAIL' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'Dear {ho_ten},',
    'Dear Sir or Madam,')
WHERE edited_by = 0 AND kind = 'PERSON_RETURNED' AND channel = 'EMAIL' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'Kính gửi {ho_ten},',
    'Kính gửi Ông/Bà,')
WHERE edited_by = 0 AND kind = 'PERSON_REFUSED' AND channel = 'EMAIL' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'Dear {ho_ten},',
    'Dear Sir or Madam,')
WHERE edited_by = 0 AND kind = 'PERSON_REFUSED' AND channel = 'EMAIL' AND language = 'en';
UPDATE notification_template SET body = REPLACE(body, 'Người có số điện thoại trong danh sách được báo bằng tin nhắn.',
    'Người có số điện thoại trong danh sách được báo bằng tin nhắn; nếu đăng ký đơn vị chưa được xác nhận thì được báo khi có xác nhận.')
WHERE edited_by = 0 AND kind = 'LIST_ENTERED' AND channel = 'EMAIL' AND language = 'vi';
UPDATE notification_template SET body = REPLACE(body, 'People with a phone number in the list are told by SMS.',
    'People with a phone number in the list are told by SMS; while the registration of your organisation is not confirmed, once it is.')
WHERE edited_by = 0 AND kind = 'LIST_ENTERED' AND channel = 'EMAIL' AND language = 'en';
