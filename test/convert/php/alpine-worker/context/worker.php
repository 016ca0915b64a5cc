<?php echo "up";
