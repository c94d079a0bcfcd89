//! Shards.
#![allow(dead_code)]

mod assign;
