//! The messages of the planner.

use crate::locale::Text;
use crate::locale::pattern::Value;

messages! {
    /// The patterns for the planner in one language.
    PlannerCatalogue of planner_catalogue;
    plain {
        // The planner.
        planner_title
        jump_to
        jump_dates
        jump_starts
        jump_requirements
        jump_statement
        jump_apply
        step_dates
        step_starts
        step_requirements
        step_statement
        step_apply
        done
        open

        // Dates.
        earliest_start
        earliest_start_hint
        latest_end
        latest_end_hint
        busy_title
        busy_hint
        busy_first
        busy_last
        busy_label
        busy_add
        busy_full
        date_not_a_date
        date_year_missing
        date_day_missing
        month_not_a_month
        month_year_missing
        busy_missing
        busy_days_missing
        monday
        tuesday
        wednesday
        thursday
        friday
        saturday
        sunday

        // Start dates.
        starts_legend
        starts_hint
        starts_none
        wished_start
        wished_hint
        fits
        misses
        picture_key_free
        picture_key_busy
        picture_key_fits
        picture_key_over
        picture_key_lost
        order_title

        // Requirements.
        requirements_hint
        requirement_minimum
        requirement_preferred
        answer_met
        answer_partly
        answer_not_yet
        answer_yes
        answer_no
        answer_related
        note
        graduation
        graduation_hint
        return_question
        outcome_met
        outcome_unknown_dates
        outcome_unknown_answer
        outcome_no_choice_fits
        outcome_no_start_fits
        outcome_denied

        // The statement.
        statement_hint
        statement_empty
        statement_without_dates
        form_legend
        form_resume
        form_sentence
        form_markdown
        form_latex
        form_json
        statement_heading
        available_any_time
        copy
        copied
        copy_by_hand
        copy_field
        calendar_file
        calendar_needs_choice
        print
        problems_title

        // Applying.
        slots_newer
        slots_device
        slot_free
        slot_planned
        slot_is_applied
        plan_application
        mark_applied
        applied_on
        applied_on_hint
        no_limit
        apply_unknown

        // The draft.
        draft_title
        draft_private
        draft_waiting
        draft_untouched
        draft_export
        draft_import
        draft_delete
        draft_deleted
        draft_deleting
        draft_half_deleted
        draft_not_deleted
        draft_imported
        draft_restored
        undo
        storage_denied
        storage_full
        storage_tight
        storage_cleared
        draft_newer
        draft_unreadable
        damaged_save
        damaged_delete
        posting_changed
        requirement_is_reworded
        change_working_days
        change_no_deadline
        change_no_limit
        change_requirement_gone
        change_length
        requirement_is_new
        requirement_has_changed
        changes_seen
        stored_title
        stored_nothing
        draft_expired
        expiry_legend
        expiry_never
        stored_leftovers
        stored_applications
        use_elsewhere
        dismiss_elsewhere
        file_not_json
        file_not_a_draft
        file_unreadable
        link_make
        link_failed
        link_field
        link_copy
        link_copied
        link_by_hand
        link_private
        link_asked
        link_use
        link_refuse
        link_used
        link_undo
        link_same
        link_nothing
        link_unsupported
        link_damaged
    }
    filled {
        progress(answered: u32, total: u32)
        step(number: u32, title: &str)

        remove_busy(number: u32)
        busy_number(number: u32)
        echo(date: &str)
        date_year(year: &str, first: &str, last: &str)
        date_month(month: &str)
        date_day(month: &str, last: u32)
        date_day_zero(last: u32)
        date_day_of_no_year(last: u32)
        date_month_name(word: &str)
        ends_before_start(date: &str)
        outside_window(range: &str)
        day_off(date: &str, days: &str)
        weekdays_from(first: &str, last: &str)
        weekdays_on(days: &str)
        already_started(days: u32)
        starts_too_early(days: u32)
        starts_too_late(days: u32)
        ends_too_late(days: u32)
        loses_days(days: u32, range: &str)
        loses_days_to(days: u32, label: &str)
        change_free_from(date: &str, days: u32)
        change_stay_until(date: &str)
        change_keep_free(ranges: &str)
        would_fit(changes: &str)
        sentence(words: &str)
        fit_count(fitting: u32, total: u32)
        rank(rank: u32)
        choice_moved(date: &str, rank: u32, count: u32)
        move_up(date: &str)
        move_down(date: &str)
        remove_choice(date: &str)

        enrolled_question(fields: &str)
        outcome_weeks(weeks: u32)
        outcome_months(months: u32)
        note_on(number: u32)

        pick_date(field: &str)
        problem_in(field: &str, problem: &str)
        calendar_summary(title: &str, organization: &str)

        slots_title(used: u32, positions: u32)
        slots_scope(scope: &str)
        slots_full(positions: u32, titles: &str)
        slot_applied(date: &str)
        slot_is_planned(place: u32, positions: u32)
        slot_moved(title: &str, place: u32)
        slot_up(title: &str)
        slot_remove(title: &str)
        apply_at(organization: &str)
        saved_at(time: &str)
        shelved_at(time: &str)
        change_start_gone(date: &str)
        change_choice_gone(date: &str)
        change_start_new(date: &str)
        change_window_moved(range: &str)
        change_end_moved(date: &str, last: &str)
        change_end_open(date: &str)
        change_requirement_new(count: u32, numbers: &str)
        change_requirement_reworded(number: u32)
        change_requirement_dropped(words: &str)
        change_deadline(date: &str)
        change_limit(count: u32)
        change_requirement_changed(number: u32)
        stored_where(prefix: &str)
        stored_since(moment: &str)
        expiry_after(days: u32)
        typed_elsewhere(text: &str)
        file_version(version: u32)
        file_other_posting(posting: &str)
        link_made(length: u32)
        link_too_long(length: u32, longest: u32)
        link_there(text: &str)
        link_here(text: &str)

        available_range(range: &str)
        available_from(date: &str)
        available_until(date: &str)
        available_except(available: &str, ranges: &str)
        busy_for(range: &str, label: &str)
        preferred_starts(count: u32, starts: &str)
        resume_line(count: u32, availability: &str, starts: &str)
        sentence_range(title: &str, organization: &str, first: &str, last: &str)
        sentence_on(title: &str, organization: &str, date: &str)
        sentence_from(title: &str, organization: &str, date: &str)
        sentence_until(title: &str, organization: &str, date: &str)
        sentence_unlimited(title: &str, organization: &str)
        sentence_except(sentence: &str, ranges: &str)
        sentence_preferred(title: &str, organization: &str, cohorts: &str)
        sentence_preferred_length(title: &str, organization: &str, length: &str, cohorts: &str)
        sentence_choices(cohorts: &str)
        sentence_choices_length(length: &str, cohorts: &str)
        sentences(first: &str, second: &str)
        conflicts(cohort: &str)
        only_choice(cohort: &str)
        choice_of(rank: u32, cohort: &str)
    }
}
