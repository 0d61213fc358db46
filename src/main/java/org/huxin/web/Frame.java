package org.huxin.web;

import java.util.List;

/**
 * What the frame around every page shows.
 *
 * @param name how the person who is logged in is called; empty before login
 * @param links the main sections of this person
 * @param inOtherLanguage this page in the other language
 * @param forGuardian whether a parent reads, on a phone and often shaken
 * @param demo whether the data are made up
 */
record Frame(boolean loggedIn, String name, List<Link> links, String inOtherLanguage, boolean forGuardian,
		boolean demo) {

	/**
	 * A main section.
	 *
	 * @param label message key
	 * @param here whether the page shown belongs to it
	 */
	record Link(String href, String icon, String label, boolean here) {
	}

}
