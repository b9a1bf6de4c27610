<?php
// For a theme's functions.php or a plugin of its own: loads the element on pages that have a
// posting. WordPress 6.5 or later.

add_action('wp_enqueue_scripts', function () {
    $post = get_post();
    if (is_singular() && $post && str_contains($post->post_content, '<job-posting')) {
        // Where dist/ was copied to.
        wp_enqueue_script_module('job-posting', home_url('/jobs/job-posting.js'), [], null);
    }
});
