<?php
// Answers every address: a greeting, in words that a file beside it holds.
$words = json_decode(file_get_contents(__DIR__ . '/words.json'), true);
header('Content-Type: text/plain');
echo $words['greeting'], ' ', strtok($_SERVER['REQUEST_URI'], '?'), "\n";
