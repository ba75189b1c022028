using MailKit.Net.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using NodaTime;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Platform;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Emails;

public sealed class BezorgingTests
{
    private static readonly Instant Tot = Nu + Duration.FromDays(2);

    [Theory]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 550, "5.1.1 no such user", typeof(Bezorging.AdresGeweigerd))]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 553, "mailbox name not allowed", typeof(Bezorging.AdresGeweigerd))]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 550, "5.7.1 relaying denied", typeof(Bezorging.Later))]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 530, "sign in first", typeof(Bezorging.Later))]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 451, "greylisted", typeof(Bezorging.Later))]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 552, "5.3.4 too big", typeof(Bezorging.BerichtGeweigerd))]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 451, "4.3.0 later", typeof(Bezorging.Later))]
    [InlineData(SmtpErrorCode.SenderNotAccepted, 550, "who are you", typeof(Bezorging.Later))]
    [InlineData(SmtpErrorCode.UnexpectedStatusCode, 421, "closing", typeof(Bezorging.Later))]
    public void Alleen_een_weigering_van_de_ontvanger_is_een_slecht_adres(SmtpErrorCode waar, int status, string tekst, Type verwacht) =>
        Assert.IsType(verwacht, Bezorging.Van(waar, status, tekst));

    [Fact]
    public void Later_wordt_steeds_later_en_houdt_op_als_het_geen_zin_meer_heeft()
    {
        var later = new Bezorging.Later("451");

        Assert.Equal(
            [1, 5, 15, 60, 240, 240],
            Enumerable.Range(1, 6).Select(n => (int)(later.Na(n, Nu, Tot).VolgendeOp - Nu).TotalMinutes)
        );
        Assert.Equal(Emailtoestand.Vervallen, later.Na(6, Tot - Duration.FromHours(4), Tot).Stand);
        Assert.Equal(Emailtoestand.Wacht, later.Na(6, Tot - Duration.FromHours(5), Tot).Stand);
        Assert.Equal(
            (Emailtoestand.Geweigerd, true),
            (new Bezorging.AdresGeweigerd("550").Na(1, Nu, Tot) is var u ? (u.Stand, u.AdresOnbestelbaar) : default)
        );
    }

    [Theory]
    [InlineData(Emailsoort.Herinnering, "aanvragen/")]
    [InlineData(Emailsoort.Uitnodiging, "aanvragen/uitnodigingen/")]
    [InlineData(Emailsoort.DocumentGeweigerd, "zaken/")]
    [InlineData(Emailsoort.Brief, "zaken/")]
    public void Een_email_zegt_dat_er_iets_is_en_waar(Emailsoort soort, string pad)
    {
        var instellingen = Emailinstellingen.Lees(Configuratie());
        var email = new Email("sleutel", Kvk, null, soort, Nummer, Moment(17), false, 0, Tot);
        var aan = new MailboxAddress(null, "a@b.nl");

        var bericht = Emailtekst.Van(email, aan, instellingen, Nu);

        Assert.Contains($"http://127.0.0.1:5080/{pad}{Nummer}", ((TextPart)bericht.Body!).Text, StringComparison.Ordinal);
        Assert.Equal(bericht.MessageId, Emailtekst.Van(email, aan, instellingen, Nu + Duration.FromDays(1)).MessageId);
        Assert.NotEqual(bericht.MessageId, Emailtekst.Van(email with { Sleutel = "ander" }, aan, instellingen, Nu).MessageId);
        if (soort is Emailsoort.Herinnering or Emailsoort.Uitnodiging)
        {
            Assert.Contains("30 juni 2026 om 17:00 uur", ((TextPart)bericht.Body!).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Production", "Host=db", null, null, true)]
    [InlineData("Production", "Host=db", "mail.voorbeeld", null, true)]
    [InlineData("Production", "Host=db", "mail.voorbeeld", "https://slim.voorbeeld", false)]
    [InlineData("Production", "Host=db", "geen", null, false)]
    [InlineData("Production", null, null, null, false)]
    [InlineData("Development", "Host=db", null, null, false)]
    public async Task In_productie_start_het_programma_niet_zonder_server_afzender_en_siteadres(
        string omgeving,
        string? verbinding,
        string? server,
        string? site,
        bool weigert
    )
    {
        var configuratie = Configuratie(
            ("ConnectionStrings:SlimRegeling", verbinding),
            ("SlimRegeling:Email:Server", server),
            ("SlimRegeling:Email:Siteadres", site),
            ("SlimRegeling:Email:Afzender", "slim@voorbeeld.nl"),
            ("SlimRegeling:Email:Gebruiker", "slim"),
            ("SlimRegeling:Email:Wachtwoord", "zeer geheim")
        );
        var instellingen = Emailinstellingen.Lees(configuratie);
        var gezegd = new Meeluisteraar<Emailcontrole>();
        var controle = new Emailcontrole(
            instellingen,
            new Emailstand(TimeProvider.System, instellingen, NullLogger<Emailstand>.Instance),
            configuratie,
            new HostingEnvironment { EnvironmentName = omgeving },
            gezegd
        );

        var fout = await Record.ExceptionAsync(() => controle.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(weigert, fout is Opstartfout);
        Assert.Equal(weigert, fout is not null);
        Assert.Equal(!weigert && server is null or "geen", gezegd.Regels.Any(r => r.Contains("LET OP", StringComparison.Ordinal)));
        Assert.DoesNotContain("zeer geheim", string.Join(" ", gezegd.Regels) + fout + instellingen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beveiliging", "ssl")]
    [InlineData("Poort", "0")]
    [InlineData("Poort", "70000")]
    [InlineData("PerMinuut", "veel")]
    [InlineData("Afzender", "geen adres")]
    [InlineData("Siteadres", "slim.voorbeeld")]
    [InlineData("Wachtwoord", "alleen")]
    public void Een_instelling_die_er_geen_is_wordt_gezegd(string naam, string waarde)
    {
        var fout = Assert.Throws<Opstartfout>(() => Emailinstellingen.Lees(Configuratie(($"SlimRegeling:Email:{naam}", waarde))));
        Assert.DoesNotContain("alleen", fout.Message, StringComparison.Ordinal);
    }

    private static Instant Moment(int uur) => Platform.Tijd.Moment.Op(new LocalDateTime(2026, 6, 30, uur, 0));

    private static IConfigurationRoot Configuratie(params (string Naam, string? Waarde)[] waarden) =>
        new ConfigurationBuilder().AddInMemoryCollection(waarden.Select(w => KeyValuePair.Create(w.Naam, w.Waarde))).Build();
}
