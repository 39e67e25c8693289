// Logs in and runs a command: PORT USER PASSWORD|- KEY|- COMMAND; prints what came of it.
package main

import (
	"bytes"
	"fmt"
	"os"

	"golang.org/x/crypto/ssh"
)

func methods(password, key string) []ssh.AuthMethod {
	if key == "-" {
		return []ssh.AuthMethod{ssh.Password(password)}
	}
	pem, err := os.ReadFile(key)
	if err != nil {
		panic(err)
	}
	signer, err := ssh.ParsePrivateKey(pem)
	if err != nil {
		panic(err)
	}
	return []ssh.AuthMethod{ssh.PublicKeys(signer)}
}

func main() {
	config := &ssh.ClientConfig{
		User:            os.Args[2],
		Auth:            methods(os.Args[3], os.Args[4]),
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
	client, err := ssh.Dial("tcp", "127.0.0.1:"+os.Args[1], config)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		fmt.Println(err)
		return
	}
	var out, errors bytes.Buffer
	session.Stdout, session.Stderr = &out, &errors
	err = session.Run(os.Args[5])
	fmt.Println(string(client.ServerVersion()), out.String(), errors.String(), err)
}
