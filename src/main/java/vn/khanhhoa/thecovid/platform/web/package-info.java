/** The frame of every Faces page: language, texts, messages, and what happens when something goes wrong. */
@NullMarked
package vn.khanhhoa.thecovid.platform.web;

import org.jspecify.annotations.NullMarked;
