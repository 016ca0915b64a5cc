<?php
file_put_contents(__DIR__ . "/state.txt", "up");
$db = new PDO("sqlite:/app/jobs.sqlite");
