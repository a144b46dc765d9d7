"""What a house makes of the rules: settings and profiles, waivers, baselines, pack locks, comparisons of drafts."""
