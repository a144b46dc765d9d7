/* The panel in front of the publish button. Errors hold the post until an editor answers for them. */
( function ( wp ) {
	const { createElement: el, useEffect, useState } = wp.element;
	const { useDispatch, useSelect } = wp.data;
	const { CheckboxControl, Notice, Spinner } = wp.components;
	const LOCK = 'provenance-check';

	function ask( post, title, content ) {
		return wp.apiFetch( { path: '/provenance/v1/audit', method: 'POST', data: { post, title, content } } );
	}

	function isHeld( answer, answeredFor ) {
		return answer === null || ( ! answeredFor && answer.findings.some( ( one ) => one.severity === 'error' ) );
	}

	function Finding( { finding } ) {
		const status = { error: 'error', warning: 'warning', note: 'info' }[ finding.severity ];
		return el( Notice, { status, isDismissible: false },
			el( 'strong', null, `${ finding.severity } ${ finding.code } ` ),
			finding.message,
			finding.words && el( 'blockquote', null, finding.words ) );
	}

	function Panel() {
		const { post, title, content } = useSelect( ( select ) => {
			const editor = select( 'core/editor' );
			return {
				post: editor.getCurrentPostId(),
				title: editor.getEditedPostAttribute( 'title' ),
				content: editor.getEditedPostContent(),
			};
		}, [] );
		const { lockPostSaving, unlockPostSaving } = useDispatch( 'core/editor' );
		const [ answer, setAnswer ] = useState( null );
		const [ answeredFor, setAnsweredFor ] = useState( false );

		useEffect( () => {
			let current = true;
			setAnswer( null );
			setAnsweredFor( false );
			ask( post, title, content )
				.catch( () => ( { reason: 'WordPress does not answer.', findings: [] } ) )
				.then( ( found ) => current && setAnswer( found ) );
			return () => { current = false; };
		}, [ post, title, content ] );

		useEffect( () => {
			if ( isHeld( answer, answeredFor ) ) {
				lockPostSaving( LOCK );
			} else {
				unlockPostSaving( LOCK );
			}
			return () => unlockPostSaving( LOCK );
		}, [ answer, answeredFor ] );

		if ( answer === null ) {
			return el( Spinner );
		}
		const errors = answer.findings.filter( ( one ) => one.severity === 'error' ).length;
		return el( 'div', null,
			answer.reason && el( Notice, { status: 'warning', isDismissible: false }, answer.reason ),
			! answer.reason && ! answer.findings.length && el( 'p', null, 'No findings.' ),
			answer.findings.map( ( finding, key ) => el( Finding, { finding, key } ) ),
			errors > 0 && el( CheckboxControl, {
				label: 'I know the sources and answer for these errors.',
				checked: answeredFor,
				onChange: setAnsweredFor,
			} ) );
	}

	const PrePublish = ( props ) => el( wp.editor.PluginPrePublishPanel, { title: 'Sourcing', initialOpen: true, ...props }, el( Panel ) );
	wp.plugins.registerPlugin( 'provenance-check', { render: PrePublish } );
	wp.provenanceCheck = { ask, isHeld };
} )( window.wp );
