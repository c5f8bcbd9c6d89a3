/**
 * The portal as people meet it: started by its own launcher as a process, with the demo province, and used through a real
 * Chromium. One portal and one browser serve all tests of a run; each visitor has a browser context of their own.
 */
@NullMarked
package vn.khanhhoa.thecovid.browser;

import org.jspecify.annotations.NullMarked;
