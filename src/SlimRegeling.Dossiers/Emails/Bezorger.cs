using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>The server cannot be reached now; later it may.</summary>
public sealed class Emailuitval(string message, Exception oorzaak) : Exception(message, oorzaak);

/// <summary>
/// Gives e-mail to the server, over one connection as long as there is more of it; without a server it writes files. One at a time.
/// </summary>
public sealed class Bezorger(Emailinstellingen instellingen) : IDisposable
{
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(30);

    private Verbinding? _verbinding;

    /// <exception cref="Emailuitval">There is no server there, or it does not want us.</exception>
    public async Task Verbind(MailboxAddress aan)
    {
        var utf8 = Verbinding.VraagtUtf8(aan);
        if (instellingen.Server is null || (_verbinding?.IsConnected == true && (_verbinding.Utf8 || !utf8)))
        {
            return;
        }
        Verbreek();
        var verbinding = new Verbinding { Timeout = (int)Langst.TotalMilliseconds, Utf8 = utf8 };
        using var tijd = new CancellationTokenSource(Langst);
        try
        {
            await verbinding.ConnectAsync(instellingen.Server, instellingen.Poort, instellingen.Beveiliging, tijd.Token);
            if (instellingen.Gebruiker is { } gebruiker)
            {
                await verbinding.AuthenticateAsync(gebruiker, instellingen.Wachtwoord!, tijd.Token);
            }
            if (!utf8)
            {
                // Then a domain goes in the letters that every server on the way knows.
                verbinding.Capabilities &= ~SmtpCapabilities.UTF8;
            }
            _verbinding = verbinding;
        }
        catch (Exception e)
            when (IsVerbroken(e) || e is SmtpCommandException or SslHandshakeException or AuthenticationException or NotSupportedException)
        {
            verbinding.Dispose();
            throw new Emailuitval(
                $"De mailserver {instellingen.Server}:{instellingen.Poort} is niet te gebruiken ({e.GetType().Name}).",
                e
            );
        }
    }

    /// <summary>Ends when the server has said what it does with it, also while the program stops: an answer half heard helps nobody.</summary>
    public async Task<Bezorging> Bezorg(MimeMessage bericht)
    {
        if (instellingen.Server is null)
        {
            await Bewaar(bericht);
            return new Bezorging.Bezorgd();
        }
        var verbinding = _verbinding ?? throw new InvalidOperationException("Connect first.");
        if (!verbinding.Kan(bericht.To.Mailboxes.Single()))
        {
            return new Bezorging.AdresGeweigerd("SMTPUTF8");
        }
        verbinding.OntvangerAangenomen = false;
        using var tijd = new CancellationTokenSource(Langst);
        try
        {
            await verbinding.SendAsync(bericht, tijd.Token);
            return new Bezorging.Bezorgd();
        }
        catch (SmtpCommandException e)
        {
            return Bezorging.Van(e.ErrorCode, (int)e.StatusCode, e.Message);
        }
        catch (Exception e) when (IsVerbroken(e))
        {
            Verbreek();
            return verbinding.OntvangerAangenomen ? new Bezorging.Onduidelijk(e.GetType().Name) : new Bezorging.Later(e.GetType().Name);
        }
    }

    /// <summary>Says goodbye, when there is nothing more.</summary>
    public async Task Rust()
    {
        if (_verbinding is not { IsConnected: true } verbinding)
        {
            return;
        }
        using var tijd = new CancellationTokenSource(Langst);
        try
        {
            await verbinding.DisconnectAsync(quit: true, tijd.Token);
        }
        catch (Exception e) when (IsVerbroken(e))
        {
            // It was gone already.
        }
        Verbreek();
    }

    public void Dispose() => Verbreek();

    private void Verbreek()
    {
        _verbinding?.Dispose();
        _verbinding = null;
    }

    // Its name follows from the e-mail: written again it is the same file.
    private async Task Bewaar(MimeMessage bericht)
    {
        Directory.CreateDirectory(instellingen.Map);
        var pad = Path.Combine(instellingen.Map, $"{bericht.MessageId!.Split('@')[0]}.eml");
        await bericht.WriteToAsync($"{pad}.nieuw");
        File.Move($"{pad}.nieuw", pad, overwrite: true);
    }

    private static bool IsVerbroken(Exception e) =>
        e
            is IOException
                or SocketException
                or SmtpProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or TimeoutException
                or OperationCanceledException;

    private sealed class Verbinding : SmtpClient
    {
        /// <summary>From here on the server may have the e-mail.</summary>
        public bool OntvangerAangenomen { get; set; }

        /// <summary>Whether it was made for addresses with other letters than ASCII before the @ (RFC 6531).</summary>
        public bool Utf8 { get; init; }

        public static bool VraagtUtf8(MailboxAddress adres) => adres.LocalPart?.All(char.IsAscii) == false;

        public bool Kan(MailboxAddress adres) => !VraagtUtf8(adres) || Capabilities.HasFlag(SmtpCapabilities.UTF8);

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            OntvangerAangenomen = true;
    }
}
