<?php
file_put_contents(__DIR__ . "/state.txt", "up");
file_put_contents("/var/log/jobs.log", "up", FILE_APPEND);
