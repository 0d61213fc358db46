// What a school needs of Tasklist, and nothing that would carry text past the door.
import { brand } from './brand.js';
import { patientHttpClient, teachFetch } from './calls.js';
import { attentiveForm, formWithoutSave, keepButtonsInPlace } from './form.js';
import { adaptForm, keepChinese } from './form-words.js';
import { dueDirective } from './time-left.js';
import { say } from './words.js';

const REMOVED_VIEWS = new Set(['create-task-action', 'shortcut-help', 'task-action-comment', 'task-detail-history']);

// Whoever may not open the form is not offered to take the task: the refusal below says whose it is.
const META = `
  <button type="button" class="huxin-back btn btn-link" huxin-back>‹ ${say('backToList')}</button>
  <p class="huxin-meta">
    <span class="huxin-due" huxin-due="task.due"></span>
    <span class="assignee" ng-if="hasAssignee()">
      <span>{{ 'ASSIGNEE' | translate }}</span>
      <b>{{ (assignee.firstName || assignee.lastName) ? assignee.lastName + assignee.firstName : assignee.id }}</b>
    </span>
    <button type="button" class="unclaim btn btn-link" ng-if="isAssignee" ng-click="unclaim()"
            ng-disabled="submitInProgress">{{ 'UNCLAIM_TASK' | translate }}</button>
    <button type="button" class="claim btn btn-primary" ng-if="!hasAssignee() && !$root.huxinRefusal" ng-click="claim()"
            ng-disabled="submitInProgress">{{ 'CLAIM_TASK' | translate }}</button>
    <span class="huxin-hint" ng-if="!hasAssignee() && !$root.huxinRefusal">${say('claimFirst')}</span>
    <span class="huxin-hint" ng-if="hasAssignee() && !isAssignee">${say('takenByOther')}</span>
  </p>`;

function edited($delegate, change) {
  const template = document.createElement('template');
  template.innerHTML = $delegate[0].template;
  change(template.content);
  $delegate[0].template = template.innerHTML;
  return $delegate;
}

function withoutRemovedViews($delegate) {
  const { getProviders } = $delegate;
  $delegate.getProviders = (options) => getProviders.call($delegate, options)
    .filter((view) => !REMOVED_VIEWS.has(view.id))
    .map((view) => {
      if (view.id === 'task-detail-form') {
        // A form that is somebody else's is no failure.
        view.template = view.template.replace('taskFormState.$error.message', '$root.huxinRefusal')
          .replace("{{ 'FORM_FAILURE' | translate }}", '').replace('alert-danger', 'alert-info');
      }
      if (view.id === 'task-detail-diagram') {
        view.template = view.template.replaceAll('highlightTask()',
          'highlightTask(); $root.huxinLookAt(control, diagram.task.taskDefinitionKey)');
      }
      return view;
    });
  return $delegate;
}

// The step where the case stands, large enough to read, in the middle; the whole model would be too small.
function lookAt(control, step) {
  // Tasklist fits the model into its pane once more after it has told that it is there.
  setTimeout(() => middle(control, step), 300);
}

function middle(control, step) {
  const canvas = control.getViewer().get('canvas');
  const { outer } = canvas.viewbox();
  const element = control.getElement(step);
  if (element && outer.width > 0) {
    canvas.viewbox({
      x: element.x + element.width / 2 - outer.width / 2,
      y: element.y + element.height / 2 - outer.height / 2,
      width: outer.width,
      height: outer.height
    });
  }
}

// The card: task, case number, time left. No level, no priority, no name of a student.
const plainCards = ($delegate) => edited($delegate, (card) => {
  card.querySelectorAll('.priority, .followup-date, .creation-date, .process-definition, .case-definition')
    .forEach((part) => part.remove());
  const due = card.querySelector('.due-date');
  due.removeAttribute('ng-class');
  due.innerHTML = '<span huxin-due="task.due"></span>';
  // The hint shows an account name.
  card.querySelector('.assignee').removeAttribute('uib-tooltip');
});

const plainTask = ($delegate) => edited($delegate, (task) => {
  task.querySelectorAll('.instance-link, .tenant-id, .case-definition').forEach((part) => part.remove());
});

const plainFilters = ($delegate) => edited($delegate, (filters) => {
  filters.querySelectorAll('.add-initial-filter, .task-filter .actions').forEach((part) => part.remove());
});

const plainMeta = ($delegate) => {
  $delegate[0].template = META;
  return $delegate;
};

// The window of a start is headed by the start's name alone.
function plainStart($delegate) {
  const { open } = $delegate;
  $delegate.open = (window) => open.call($delegate, {
    ...window,
    ...(window.template ? { template: window.template.replace("{{ 'START_PROCESS' | translate }}: ", '') } : {})
  });
  return $delegate;
}

// On a phone an open task takes the whole screen; this leads back to the list.
function backDirective($location) {
  return {
    restrict: 'A',
    link(scope, element) {
      element.on('click', () => scope.$apply(() => $location.search('task', null).search('detailsTab', null)));
    }
  };
}

// What is due first stands first; Tasklist would show the newest first.
function sortByDueDate() {
  const [path, query] = window.location.hash.slice(1).split('?');
  const parameters = new URLSearchParams(query);
  if (!parameters.has('sorting')) {
    parameters.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
    window.history.replaceState(null, '', `#${path || '/'}?${parameters}`);
  }
}

sortByDueDate();
teachFetch(adaptForm);
keepChinese(document.body);
keepButtonsInPlace();

const app = window.angular.module('cam.tasklist.custom');
brand(app);
app.directive('huxinBack', ['$location', backDirective]);
app.directive('huxinDue', ['$interval', dueDirective]);
app.run(['$rootScope', ($rootScope) => {
  $rootScope.huxinLookAt = lookAt;
}]);
app.config(['$provide', '$uibModalProvider', ($provide, $uibModalProvider) => {
  // A click beside the window must not close a half-filled form.
  $uibModalProvider.options = { ...$uibModalProvider.options, backdrop: 'static' };
  $provide.decorator('camAPIHttpClient', ['$delegate', '$rootScope', patientHttpClient]);
  $provide.decorator('$uibModal', ['$delegate', plainStart]);
  $provide.decorator('Views', ['$delegate', withoutRemovedViews]);
  $provide.decorator('camTasksDirective', ['$delegate', plainCards]);
  $provide.decorator('camTasklistTaskDirective', ['$delegate', plainTask]);
  $provide.decorator('camTasklistTaskMetaDirective', ['$delegate', plainMeta]);
  $provide.decorator('camTasklistFiltersDirective', ['$delegate', plainFilters]);
  $provide.decorator('camTasklistFormDirective', ['$delegate', formWithoutSave]);
  $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', '$injector', attentiveForm]);
}]);
