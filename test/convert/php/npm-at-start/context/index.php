<?php
echo json_encode(["name" => "shelf", "path" => $_SERVER["REQUEST_URI"]]);
