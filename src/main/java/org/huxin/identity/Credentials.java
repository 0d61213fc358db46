package org.huxin.identity;

import org.springframework.data.repository.ListCrudRepository;

interface Credentials extends ListCrudRepository<Credential, String> {

}
