using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// How the e-mail of a case stands, for an employee and for whom it was sent to; what needs someone, for who keeps the program running; and for an
/// enterprise whether it can be reached. Nobody reads an address here, and what was told of a draft is no business of the
/// executor, also when it was submitted later.
/// </summary>
public static class EmailsTonen
{
    private const int Meeste = 100;

    public sealed record Beeld(
        string Id,
        string Zaaknummer,
        [property: Description("De onderneming aan wie: die van de zaak, of haar gemachtigde.")] string KvkNummer,
        Emailsoort Soort,
        Emailtoestand Stand,
        Instant GemaaktOp,
        [property: Description("Sinds wanneer het zo staat.")] Instant StandOp,
        int Pogingen,
        [property: Description("Wat er aan de hand is en wat u kunt doen; ontbreekt als er niets hoeft.")] string? Uitleg,
        [property: Description("De brief waarover deze e-mail gaat; ontbreekt als hij over iets anders gaat.")] string? Brief = null
    );

    /// <param name="Stand">bereikbaar, niet-bereikbaar, niet-ingesteld or uit, as this process found it.</param>
    /// <param name="AandachtNodig">The hundred oldest that do not go by themselves, without those of cases that are closed to who looks.</param>
    public sealed record Overzicht(
        string Stand,
        string? Fout,
        int Wacht,
        Instant? OudsteOp,
        int ZonderAdres,
        int Onzeker,
        int Geweigerd,
        int SlechteAdressen,
        IReadOnlyList<Beeld> AandachtNodig
    );

    public sealed record Bereik(
        [property: Description("Sinds wanneer wij op het adres niets kunnen bezorgen; ontbreekt als dat wel kan of er geen adres is.")]
            Instant? OnbestelbaarOp
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/emails", Lijst)
            .Geeft<IReadOnlyList<Beeld>>()
            .LegtInzageVast("emails")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.Beheerder)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/beheer/emails", Beheer).Geeft<Overzicht>().LegtInzageVast("emails").Voor(Rol.Beheerder);
        api.MapGet("/ondernemingen/{kvkNummer}/emailbereik", Eigen).Geeft<Bereik>().Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak();
    }

    /// <summary>An employee sees all of a case; an enterprise what was sent to it, and an adviser also what was sent to their own.</summary>
    private static async Task<Uitkomst> Lijst(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Zaakwijzer wijzer,
        Emailtabel tabel,
        CancellationToken ct
    )
    {
        var (zaak, weigering) = await wijzer.Zoek(zaaknummer, ct);
        if (zaak is null)
        {
            return weigering!;
        }
        var alle = await Lees(
            tabel,
            "zaaknummer = $1 and not bij_concept order by gemaakt_op, sleutel",
            Emailtabel.Tekst(zaak.Id),
            persoon.KvkNummer,
            ct
        );
        return Uitkomst.Ok(
            persoon.KvkNummer is { } eigen ? [.. alle.Where(e => e.KvkNummer == eigen || e.KvkNummer == persoon.Intermediair)] : alle
        );
    }

    private static async Task<Uitkomst> Beheer(
        Emailtabel tabel,
        Emailinstellingen instellingen,
        Emailstand stand,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        string[] gesloten = [.. await belangen.Gesloten(persoon.Onderwerp, ct)];
        var aandacht = await Lees(
            tabel,
            $"zaaknummer <> all($1) and stand in ('Onzeker', 'Geweigerd') and not bij_concept order by gemaakt_op, sleutel limit {Meeste}",
            new NpgsqlParameter<string[]> { TypedValue = gesloten },
            null,
            ct
        );
        await using var opdracht = tabel.Opdracht(
            """
            select count(*) filter (where stand in ('Wacht', 'Onderweg'))::int, min(gemaakt_op) filter (where stand in ('Wacht', 'Onderweg')),
              count(*) filter (where stand = 'ZonderAdres')::int, count(*) filter (where stand = 'Onzeker')::int,
              count(*) filter (where stand = 'Geweigerd')::int,
              (select count(*)::int from dossiers.emailadres where onbestelbaar_op is not null)
            from dossiers.email where stand not in ('Verzonden', 'Vervallen')
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return Uitkomst.Ok(
            new Overzicht(
                instellingen.Uit ? "uit"
                    : instellingen.Server is null ? "niet-ingesteld"
                    : stand.Uitval is null ? "bereikbaar"
                    : "niet-bereikbaar",
                stand.Uitval,
                rij.GetInt32(0),
                await rij.IsDBNullAsync(1, ct) ? null : rij.GetFieldValue<Instant>(1),
                rij.GetInt32(2),
                rij.GetInt32(3),
                rij.GetInt32(4),
                rij.GetInt32(5),
                aandacht
            )
        ) with
        {
            // One about an alarm is of no case.
            Zaken = [.. aandacht.Select(e => e.Zaaknummer).Where(z => z.Length > 0)],
        };
    }

    private static async Task<Uitkomst> Eigen(string kvkNummer, Persoon persoon, Emailtabel tabel, CancellationToken ct)
    {
        if (persoon.KvkNummer != kvkNummer)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        await using var opdracht = tabel.Opdracht(
            "select onbestelbaar_op from dossiers.emailadres where kvk_nummer = $1",
            Emailtabel.Tekst(kvkNummer)
        );
        return Uitkomst.Ok(new Bereik(await opdracht.ExecuteScalarAsync(ct) is Instant op ? op : null));
    }

    /// <param name="namens">The enterprise that reads it; null for the executor.</param>
    private static async Task<IReadOnlyList<Beeld>> Lees(
        Emailtabel tabel,
        string welke,
        NpgsqlParameter waarde,
        string? namens,
        CancellationToken ct
    )
    {
        await using var opdracht = tabel.Opdracht(
            $"select sleutel, zaaknummer, kvk_nummer, soort, stand, gemaakt_op, stand_op, pogingen, fout from dossiers.email where {welke}",
            waarde
        );
        var beelden = new List<Beeld>();
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            var stand = Enum.Parse<Emailtoestand>(rij.GetString(4));
            var fout = await rij.IsDBNullAsync(8, ct) ? null : rij.GetString(8);
            var (sleutel, zaak, kvkNummer) = (rij.GetString(0), rij.GetString(1), rij.GetString(2));
            var soort = Enum.Parse<Emailsoort>(rij.GetString(3));
            beelden.Add(
                new(
                    sleutel,
                    zaak,
                    kvkNummer,
                    soort,
                    stand,
                    rij.GetFieldValue<Instant>(5),
                    rij.GetFieldValue<Instant>(6),
                    rij.GetInt32(7),
                    namens is null ? Uitleg(stand, fout) : Eigenuitleg(stand, fout),
                    soort == Emailsoort.Brief ? Briefvan(sleutel, zaak, kvkNummer) : null
                )
            );
        }
        return beelden;
    }

    /// <summary>A letter is asked to be mailed of once, by what comes behind the case in its own id (<see cref="Briefopdracht.Emailkenmerk"/>).</summary>
    public static string Briefvan(string sleutel, string zaaknummer, string kvkNummer) =>
        $"{zaaknummer}-{sleutel[$"{zaaknummer}.{Emailsoort.Brief}.".Length..^$".{kvkNummer}".Length]}";

    /// <param name="antwoord">The codes that the server answered with.</param>
    public static string? Uitleg(Emailtoestand stand, string? antwoord)
    {
        var code = antwoord is null ? "" : $" Antwoord van de mailserver: {antwoord}.";
        return stand switch
        {
            Emailtoestand.Wacht when antwoord is not null => $"Het lukte nog niet. Wij proberen het vanzelf opnieuw.{code}",
            Emailtoestand.Onzeker =>
                $"Wij weten niet of deze e-mail is aangekomen: het versturen werd afgebroken. Een beheerder kan hem opnieuw sturen.{code}",
            Emailtoestand.Geweigerd =>
                $"De mailserver weigerde deze e-mail. Klopt het adres niet, dan moet de onderneming het verbeteren. Bel haar als het haast heeft.{code}",
            Emailtoestand.ZonderAdres =>
                "Deze onderneming heeft geen e-mailadres waarop wij iets kunnen bezorgen. Zij ziet alles in het portaal.",
            Emailtoestand.Vervallen when antwoord is not null => $"Het is niet gelukt deze e-mail te sturen.{code}",
            Emailtoestand.Vervallen => "Deze e-mail is niet gestuurd: dat had geen zin meer.",
            _ => null,
        };
    }

    /// <summary>For whom it was sent to: what they can do.</summary>
    /// <param name="antwoord">The codes that the server answered with.</param>
    public static string? Eigenuitleg(Emailtoestand stand, string? antwoord) =>
        stand switch
        {
            Emailtoestand.Wacht when antwoord is not null => "Het lukte nog niet. Wij proberen het vanzelf opnieuw.",
            Emailtoestand.Onzeker => "Wij weten niet of deze e-mail is aangekomen. U vindt alles ook hier.",
            Emailtoestand.Geweigerd => "De e-mail kon niet worden bezorgd. Kijk of het e-mailadres klopt.",
            Emailtoestand.ZonderAdres => "Wij hebben geen e-mailadres waarop wij iets kunnen bezorgen. U vindt alles ook hier.",
            Emailtoestand.Vervallen when antwoord is not null => "Het is niet gelukt deze e-mail te sturen.",
            Emailtoestand.Vervallen => "Deze e-mail is niet gestuurd: dat had geen zin meer.",
            _ => null,
        };
}
