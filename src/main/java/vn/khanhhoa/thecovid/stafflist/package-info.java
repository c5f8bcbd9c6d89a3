/**
 * Staff lists from the file to the last decision: form templates, intake, drafts, submission, entries and their states.
 * Promises that no good row is lost for a bad one, that a file uploaded twice or mended makes no second line, and that what
 * was submitted is decided row by row. Does not know who reviews, only which agency.
 *
 * <p>A reader's map; in each group the use cases first, then what they are made of.
 *
 * <dl>
 *   <dt>Lists</dt>
 *   <dd>{@code ListKeeping} begins, shows and withdraws them, {@code ListForms} has what their form asks once. {@code
 *       StaffList} is the entity and {@code Lists} finds and holds it; {@code ListQueries} counts into {@code StaffListView};
 *       {@code Headcounts} makes {@code ListWarning}s; {@code ListAnswers}, {@code ListForm}, {@code StaffListEvent}.
 *   <dt>Files</dt>
 *   <dd>{@code Uploading} receives one, {@code IntakeJob} reads it in the transactions of {@code IntakeSteps} with {@code
 *       intake}, {@code Previewing} shows what it would change and has the sender's word, {@code ProblemWorkbooks} hands lines
 *       out to be mended. {@code Upload} is the entity, {@code Uploads} has the contents, {@code Staging} compares by {@code
 *       DraftMatching} and {@code Taking} takes; {@code UploadState}, {@code UploadView}, {@code ReadCounts}, {@code
 *       ReadingNotes}, {@code Offers}, {@code StagedCounts}, {@code StagedEffect}, {@code StagedPages}, {@code StagedRowView}.
 *   <dt>The draft</dt>
 *   <dd>{@code RowBrowsing} shows lines, {@code RowEditing} changes them, {@code DraftHistory} takes back. A line is a {@code
 *       DraftRow} with {@code DraftCells}, kept by {@code DraftRows} in a {@code RowState} with {@code RowMarks}, checked by
 *       {@code DraftChecks}, {@code LineCheck} and {@code Duplicates}. Every act is a {@code DraftEdit} carried out by {@code
 *       DraftChanges}, which keeps what was before; {@code DraftUndo} puts that back. For the asker: {@code CellEdit}, {@code
 *       RowFix}, {@code EditOutcome}, {@code RowFilter}, {@code RowPlace}, {@code RowView}, {@code RowColumn}, {@code RowMark},
 *       {@code DraftRowView}, {@code ChangeView}, {@code ChangeKind}; within: {@code RowActs}, {@code RowWindows}, {@code
 *       Cells}, {@code MaskedCell}, {@code InParts}.
 *   <dt>Sending</dt>
 *   <dd>{@code ListSubmission} puts good lines on their way, {@code ChangedLines} has entries follow people to them, {@code SubmissionJob} carries them by {@code SubmissionStep}s: from
 *       {@code ReadyRow} and {@code Standing} ({@code Standings}) follows the {@code Aim}, and {@code NewEntry} with {@code
 *       EntryContent} and {@code EntryPlace} is what {@code Entries} writes.
 *   <dt>Entries</dt>
 *   <dd>{@code EntryReading} shows them, {@code EntryQueue} is an agency's desk, {@code EntryDecisions} carries a {@code Verdict}
 *       out. {@code Entries} writes by hundreds, {@code Entry} is one of them; {@code EntryViews} puts them into words
 *       ({@code EntryView}, {@code CellWords}), {@code EntryCodes} has their {@code RegistrationCode}s, {@code WaitingEntries}
 *       waits for the registration; {@code EntryState}, {@code EntryKind}, {@code EntryFilter}, {@code Outcome}, {@code
 *       QueueFilter}, {@code QueuePlace}, {@code QueueRow}, {@code QueueSelection}. Events: {@code EntriesApproved} with {@code
 *       ApprovedEntry}, {@code EntriesEnded}. {@code OutwardReason} is what leaves the agency of a reason.
 *   <dt>Amendments</dt>
 *   <dd>{@code Amending} prepares changes and leaves, {@code Withdrawing} takes entries back, {@code Amendments} shows where an
 *       entry stands among them. {@code AmendedEntries} is what a verdict does to what is amended, {@code LeavingDay} ends
 *       entries on their day; {@code EntryLines} and {@code OpenEntries} lead from entries to lines and back.
 *   <dt>Forms</dt>
 *   <dd>{@code FormTemplates} offers them, {@code FormAdministration} edits them. {@code FormVersions} keeps them, {@code Forms}
 *       gives them to the others; {@code FormVersion}, {@code FormState}, {@code FormOffer}, {@code FormOverview}, {@code
 *       ImportedForms}, {@code FormChanged}.
 *   <dt>Individuals</dt>
 *   <dd>{@code IndividualEntries} is all they can do, {@code IndividualRequests} what they did; {@code IndividualForm} with {@code
 *       IndividualField} and {@code IndividualCheck}, {@code IndividualLists}, {@code IndividualProofs}.
 * </dl>
 *
 * <p>Who changes lines holds the list, and then entries in the order of their ids; decisions begin with the entries, unless
 * they put lines back. Who hands entries out holds those that nobody holds, and waits for nobody.
 */
@NullMarked
package vn.khanhhoa.thecovid.stafflist;

import org.jspecify.annotations.NullMarked;
