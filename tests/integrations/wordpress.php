<?php
/* As much of WordPress as the plugin needs to ask: php wordpress.php PLUGIN SERVER TOKEN TITLE CONTENT */
list( , $plugin, $server, $token, $title, $content ) = $argv;
define( 'ABSPATH', '/' );
define( 'PROVENANCE_SERVER', $server . '/' );
define( 'PROVENANCE_TOKEN', $token );

if ( ! function_exists( 'mb_substr' ) ) { // WordPress brings its own where PHP has none
	function mb_substr( $text, $start, $length ) {
		return implode( '', array_slice( preg_split( '//u', $text, -1, PREG_SPLIT_NO_EMPTY ), $start, $length ) );
	}
}
function add_action() {}
function untrailingslashit( $text ) { return rtrim( $text, '/' ); }
function is_wp_error( $answer ) { return false === $answer; }
function wp_remote_retrieve_body( $answer ) { return $answer['body']; }
function wp_remote_retrieve_response_code( $answer ) { return $answer['code']; }
function wp_remote_post( $url, $options ) {
	$headers = array();
	foreach ( $options['headers'] as $name => $value ) {
		$headers[] = "$name: $value";
	}
	$http = array( 'method' => 'POST', 'header' => $headers, 'content' => $options['body'], 'ignore_errors' => true, 'timeout' => 60 );
	$body = file_get_contents( $url, false, stream_context_create( array( 'http' => $http ) ) );
	return false === $body ? false : array( 'body' => $body, 'code' => explode( ' ', $http_response_header[0] )[1] );
}

require $plugin;
echo json_encode( provenance_check_findings( provenance_check_ask( $title, $content ) ) );
