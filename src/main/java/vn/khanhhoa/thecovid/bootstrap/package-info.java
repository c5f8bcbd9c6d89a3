/**
 * Starts the portal: the database (embedded or given), its migrations and rights, the reference pack, then the server
 * with the application. Promises that a failed start ends with one line that says why and a non-zero exit, and that
 * nothing is left running. Runs outside the server and knows no module; it is not part of the WAR.
 */
@NullMarked
package vn.khanhhoa.thecovid.bootstrap;

import org.jspecify.annotations.NullMarked;
