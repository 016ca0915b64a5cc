<?php
exec("ffmpeg -version", $lines);
echo $lines[0];
