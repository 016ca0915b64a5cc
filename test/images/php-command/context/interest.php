<?php
// What a sum grows to: php interest.php SUM RATE YEARS
[, $sum, $rate, $years] = $argv;
for ($year = 1; $year <= (int) $years; $year++) {
    $sum = bcmul($sum, bcadd('1', $rate, 6), 2);
    echo $year, "\t", $sum, "\n";
}
