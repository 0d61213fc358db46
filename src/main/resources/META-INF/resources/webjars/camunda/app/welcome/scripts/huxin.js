import { brand } from '../../tasklist/scripts/huxin/brand.js';

brand(window.angular.module('cam.welcome.custom'));
