// Our name, our way in and out: the parts that Tasklist and the welcome page share.
import { call, root } from './server.js';
import { saveAll, toLogin, worksAs } from './session.js';
import { readable, say } from './words.js';

function edit(directive, change) {
  const template = document.createElement('template');
  template.innerHTML = directive.template;
  change(template.content);
  directive.template = template.innerHTML;
}

function ourHeader($delegate) {
  edit($delegate[0], (header) => {
    header.querySelectorAll('.ce-eol-banner, .brand-logo, .small-screen-warning, .app-switch, .account .profile, '
      + '.account .divider, .divider-vertical, [engine-select]').forEach((part) => part.remove());
    const brand = header.querySelector('.navbar-brand');
    brand.setAttribute('href', `${root}/`);
    brand.setAttribute('title', say('home'));
    brand.querySelector('.brand-name').textContent = say('brandName');
    // A name, and nothing before it has come: not the account.
    header.querySelector('.account .dropdown-toggle').lastChild.textContent = ' {{ userName }}';
  });
  return $delegate;
}

function ourFooter($delegate) {
  $delegate[0].template = '<p class="huxin-emergency"></p>';
  const link = $delegate[0].link;
  $delegate[0].compile = () => function (scope, element, ...rest) {
    link?.call(this, scope, element, ...rest);
    // One tap on a phone calls.
    element.find('p').html(say('emergency').replace(/\b(120|110|12356)\b/g, '<a href="tel:$1">$1</a>'));
  };
  return $delegate;
}

function ourNotifications($delegate) {
  const { addError } = $delegate;
  $delegate.addError = (notification) => {
    const { status, message } = notification;
    addError.call($delegate, {
      ...notification,
      status: readable(status) ? status : say('actionFailed'),
      message: readable(message) && message !== status ? message : ''
    });
  };
  return $delegate;
}

function ourAuthentication($delegate) {
  $delegate.logout = async () => {
    await saveAll();
    await call('POST', '/logout').catch(() => {});
    toLogin('logout');
  };
  return $delegate;
}

/** Puts our name and our login into an AngularJS module of a web app. */
export function brand(module) {
  module.config(['$provide', ($provide) => {
    $provide.decorator('camWidgetHeaderDirective', ['$delegate', ourHeader]);
    $provide.decorator('camWidgetFooterDirective', ['$delegate', ourFooter]);
    $provide.decorator('Notifications', ['$delegate', ourNotifications]);
    $provide.decorator('AuthenticationService', ['$delegate', ourAuthentication]);
  }]);
  module.run(['$rootScope', ($rootScope) => {
    $rootScope.$on('authentication.changed', (event, authentication) => worksAs(authentication?.name));
    // The web app's own login form is a second door: never shown, always refused by the server.
    $rootScope.$on('authentication.login.required', (event) => {
      event.preventDefault();
      toLogin('expired');
    });
    $rootScope.$on('$routeChangeStart', (event, next) => {
      if (next?.$$route?.originalPath === '/login') {
        event.preventDefault();
        toLogin();
      }
    });
  }]);
}
