//! Guardians that are started when they are needed. Who talks to etcd has threads, and must not fork; so a small process,
//! forked before there were any, does it.
//!
//! ```text
//! keeper  --a request, with the guardian's end of its socket-->  fork server  --fork-->  helper  --fork-->  guardian
//!         <-----------------------the guardian's number-----------------------------------'
//!         --NOTED------------------------------------------------------------------------> it ends
//!         <--DONE-------------------------------------------------------' when the helper is reaped
//! ```
//!
//! What must stay true: a guardian is noted as one before it can be seen among the keeper's children; what was begun is
//! ended, whoever has lost interest in it; a fork server that does not answer holds up nothing that runs.

use std::ffi::CStr;
use std::io::{self, IoSlice, IoSliceMut, Read, Write};
use std::iter;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::time::Duration;

use nix::cmsg_space;
use nix::errno::Errno;
use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::sys::signal::{Signal, kill};
use nix::sys::socket::{ControlMessage, ControlMessageOwned, MsgFlags, recvmsg, sendmsg};
use nix::unistd::{ForkResult, Pid, dup2_stderr, dup2_stdout};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::Mutex;

use super::descendants::{Bystanders, Descendants};
use super::{Error, Guardian, guardian, kept, tree};
use crate::os::{self, wait};

/// How long it may take to start a guardian.
const LAUNCH: Duration = Duration::from_secs(10);
/// Its name in a list of processes.
const NAME: &CStr = c"pat-fork-server";
/// Asks for a guardian. (Descriptors travel with a byte.)
const GUARDIAN: u8 = b'g';
/// It has been noted as one.
const NOTED: u8 = b'n';
/// It is the keeper's child. Numbers of errors are negative.
const DONE: i32 = 0;

/// The keeper's end of it. Dropping it ends that process; the guardians go on.
#[derive(Clone, Debug)]
pub struct ForkServer(Arc<Server>);

#[derive(Debug)]
struct Server {
    /// None when it did not answer.
    requests: Mutex<Option<UnixStream>>,
    pid: Pid,
    bystanders: Bystanders,
}

impl ForkServer {
    /// Starts it. Call it before the runtime exists: it forks.
    ///
    /// # Errors
    /// [`Error::NotStarted`]; [`Error::Unlisted`] where the processes of a command could not be found.
    pub fn start() -> Result<Self, Error> {
        let bystanders = Bystanders::now();
        let (requests, theirs) = UnixStream::pair().map_err(Error::NotStarted)?;
        match os::fork_single_threaded().map_err(Error::NotStarted)? {
            ForkResult::Child => {
                drop(requests);
                let served = serve(theirs);
                os::exit(i32::from(served.is_err()));
            }
            ForkResult::Parent { child: pid } => {
                tree::become_subreaper()?;
                let listed = Descendants::new(pid, bystanders.clone()).check(pid);
                kept::add(pid);
                let server = Self(Arc::new(Server { requests: Mutex::new(Some(requests)), pid, bystanders }));
                listed?;
                Ok(server)
            }
        }
    }

    /// Starts a guardian.
    ///
    /// # Errors
    /// [`Error::NotStarted`], at the latest after ten seconds.
    pub async fn guardian(&self) -> Result<Guardian, Error> {
        self.start_guardian(Vec::new()).await
    }

    /// Starts a guardian whose commands write standard output and standard error there.
    ///
    /// # Errors
    /// As [`ForkServer::guardian`].
    pub async fn guardian_with_output(&self, output: [OwnedFd; 2]) -> Result<Guardian, Error> {
        self.start_guardian(output.into()).await
    }

    async fn start_guardian(&self, output: Vec<OwnedFd>) -> Result<Guardian, Error> {
        let server = Arc::clone(&self.0);
        // In a task of its own: half of an exchange would spoil the next one.
        let started = tokio::spawn(async move { server.guardian(&output).await });
        started.await.map_err(|error| Error::NotStarted(io::Error::other(error)))?.map_err(Error::NotStarted)
    }
}

impl Server {
    async fn guardian(&self, output: &[OwnedFd]) -> io::Result<Guardian> {
        let mut requests = self.requests.lock().await;
        let Some(socket) = requests.take() else {
            return Err(io::Error::other("the process that forks it has failed"));
        };
        // One that fails in this is not asked again: nobody knows what it would answer to.
        let started = tokio::time::timeout(LAUNCH, self.exchange(&socket, output)).await??;
        *requests = Some(socket);
        started
    }

    /// A request and its answer: the inner error is an answer, too.
    async fn exchange(&self, requests: &UnixStream, output: &[OwnedFd]) -> io::Result<io::Result<Guardian>> {
        let (orders, theirs) = UnixStream::pair()?;
        let socket = requests.try_clone()?;
        socket.set_nonblocking(true)?;
        let mut socket = tokio::net::UnixStream::from_std(socket)?;
        let descriptors: Vec<_> = iter::once(theirs.as_raw_fd()).chain(output.iter().map(AsRawFd::as_raw_fd)).collect();
        send(requests, &descriptors)?;
        drop(theirs);
        match socket.read_i32().await? {
            DONE => Ok(Err(io::ErrorKind::Interrupted.into())),
            errno @ ..0 => {
                socket.read_i32().await?;
                Ok(Err(io::Error::from_raw_os_error(-errno)))
            }
            pid => {
                let guardian = Guardian::new(orders, Pid::from_raw(pid), self.bystanders.clone())?;
                socket.write_u8(NOTED).await?;
                socket.read_i32().await?;
                Ok(Ok(guardian))
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It holds nothing, and may be stopped.
        let _ = kill(self.pid, Signal::SIGKILL);
        wait::reap(self.pid);
        kept::remove(self.pid);
    }
}

fn send(to: &UnixStream, descriptors: &[RawFd]) -> io::Result<()> {
    let (bytes, rights) = ([IoSlice::new(&[GUARDIAN])], [ControlMessage::ScmRights(descriptors)]);
    sendmsg::<()>(to.as_raw_fd(), &bytes, &rights, MsgFlags::empty(), None)?;
    Ok(())
}

/// The fork server's whole life: until its keeper ends.
fn serve(mut keeper: UnixStream) -> io::Result<()> {
    kept::forget_all();
    guardian::stand_apart(NAME)?;
    while let Some(received) = receive(&keeper)? {
        keeper = start(keeper, received)?;
    }
    Ok(())
}

/// What comes with a request: a guardian's end of its socket, and what its commands write to, where that is not ours.
struct Received {
    orders: OwnedFd,
    output: Vec<OwnedFd>,
}

/// The next request; nothing when there is none any more.
fn receive(keeper: &UnixStream) -> io::Result<Option<Received>> {
    loop {
        let mut request = [0];
        let mut space = cmsg_space!([RawFd; 3]);
        let mut bytes = [IoSliceMut::new(&mut request)];
        let message = match recvmsg::<()>(keeper.as_raw_fd(), &mut bytes, Some(&mut space), MsgFlags::empty()) {
            Err(Errno::EINTR) => continue,
            message => message?,
        };
        if message.bytes == 0 {
            return Ok(None);
        }
        let rights = message.cmsgs()?.find_map(|rights| match rights {
            ControlMessageOwned::ScmRights(descriptors) => Some(descriptors),
            _ => None,
        });
        let mut descriptors = rights.unwrap_or_default().into_iter().map(os::own);
        // What was meant for a helper that was killed comes without.
        let Some(orders) = descriptors.next() else { continue };
        let output: Vec<_> = descriptors.collect();
        for descriptor in output.iter().chain([&orders]) {
            fcntl(descriptor, FcntlArg::F_SETFD(FdFlag::FD_CLOEXEC))?;
        }
        return Ok(Some(Received { orders, output }));
    }
}

/// Starts a guardian that is the keeper's child: who has lost its parent goes to the next subreaper above.
fn start(keeper: UnixStream, received: Received) -> io::Result<UnixStream> {
    match os::fork_single_threaded() {
        Ok(ForkResult::Child) => {
            let helped = help(keeper, received);
            os::exit(i32::from(helped.is_err()));
        }
        Ok(ForkResult::Parent { child }) => {
            drop(received);
            wait::reap(child);
        }
        Err(error) => tell_error(&keeper, &error)?,
    }
    tell(&keeper, DONE)?;
    Ok(keeper)
}

/// The helper's whole life.
fn help(mut keeper: UnixStream, Received { orders, output }: Received) -> io::Result<()> {
    match os::fork_single_threaded() {
        Ok(ForkResult::Child) => {
            drop(keeper);
            if let [out, err] = output.as_slice() {
                // One that writes elsewhere than it should is none.
                if dup2_stdout(out).is_err() || dup2_stderr(err).is_err() {
                    os::exit(1);
                }
            }
            drop(output);
            guardian::guard(orders.into(), None)
        }
        Ok(ForkResult::Parent { child }) => {
            tell(&keeper, child.as_raw())?;
            // Until it is noted, the guardian stays ours.
            keeper.read_exact(&mut [0])
        }
        Err(error) => tell_error(&keeper, &error),
    }
}

fn tell_error(keeper: &UnixStream, error: &io::Error) -> io::Result<()> {
    tell(keeper, -error.raw_os_error().unwrap_or(nix::libc::EIO))
}

fn tell(mut keeper: &UnixStream, number: i32) -> io::Result<()> {
    keeper.write_all(&number.to_be_bytes())
}
