<?php
/**
 * Plugin Name: Provenance check
 * Description: Before a post is published, asks a provenance service of yours who says so, through whom, and whether the reader can tell.
 * Version: 0.1.0
 * Requires at least: 6.6
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * Set the address of the service in wp-config.php: define( 'PROVENANCE_SERVER', 'http://...' );
 * and, where it wants one, define( 'PROVENANCE_TOKEN', '...' ). The browser asks WordPress, WordPress asks the
 * service: neither address nor token reach the browser, and drafts go nowhere else.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', 'provenance_check_routes' );
add_action( 'enqueue_block_editor_assets', 'provenance_check_assets' );

/** Offers POST /wp-json/provenance/v1/audit to those who may edit the post. */
function provenance_check_routes() {
	register_rest_route(
		'provenance/v1',
		'/audit',
		array(
			'methods'             => 'POST',
			'callback'            => 'provenance_check_answer',
			'permission_callback' => function ( $request ) {
				return current_user_can( 'edit_post', (int) $request['post'] );
			},
			'args'                => array(
				'post'    => array( 'type' => 'integer', 'required' => true ),
				'title'   => array( 'type' => 'string', 'default' => '' ),
				'content' => array( 'type' => 'string', 'required' => true ),
			),
		)
	);
}

/** Loads the panel into the block editor. */
function provenance_check_assets() {
	$needs = array( 'wp-api-fetch', 'wp-components', 'wp-data', 'wp-editor', 'wp-element', 'wp-plugins' );
	wp_enqueue_script( 'provenance-check', plugins_url( 'panel.js', __FILE__ ), $needs, '0.1.0', true );
}

/** Answers the panel: findings, each with the words it rests on, or why there are none. */
function provenance_check_answer( $request ) {
	$content = apply_filters( 'the_content', $request['content'] );
	return provenance_check_findings( provenance_check_ask( $request['title'], $content ) );
}

/** Asks the service about a page made of title and content; gives what wp_remote_post gives. */
function provenance_check_ask( $title, $content ) {
	$headers = array( 'Content-Type' => 'text/html; charset=utf-8', 'Accept' => 'application/json' );
	if ( defined( 'PROVENANCE_TOKEN' ) ) {
		$headers['Authorization'] = 'Bearer ' . PROVENANCE_TOKEN;
	}
	$title = htmlspecialchars( $title, ENT_QUOTES, 'UTF-8' );
	$page  = "<!DOCTYPE html><html lang=\"en\"><head><title>$title</title></head><body><article><h1>$title</h1>$content</article></body></html>";
	$url   = untrailingslashit( PROVENANCE_SERVER ) . '/v1/audit';
	return wp_remote_post( $url, array( 'headers' => $headers, 'body' => $page, 'timeout' => 10 ) );
}

/** Turns an answer of the service into what the panel shows. */
function provenance_check_findings( $answer ) {
	if ( is_wp_error( $answer ) ) {
		return array( 'reason' => 'The service does not answer.', 'findings' => array() );
	}
	$data = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( 200 !== (int) wp_remote_retrieve_response_code( $answer ) ) {
		return array( 'reason' => 'Not audited: ' . ( $data['detail'] ?? 'the service refused' ) . '.', 'findings' => array() );
	}
	$article  = $data['articles'][0];
	$findings = array();
	foreach ( $article['findings'] as $finding ) {
		$span       = $finding['spans'][0] ?? array( 0, 0 );
		$findings[] = array(
			'code'     => $finding['code'],
			'severity' => $finding['severity'],
			'message'  => $finding['message'],
			'words'    => mb_substr( $article['text'], $span[0], $span[1] - $span[0], 'UTF-8' ),
		);
	}
	return array( 'reason' => '', 'findings' => $findings );
}
