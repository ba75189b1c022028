using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.BuitenBehandeling;

/// <summary>
/// The applications that a person can decide not to handle, of one window or of all, those first that must be told first. To who has an interest in
/// one it is not shown.
/// </summary>
public static class Voorstellen
{
    private const int Hoogste = 200;

    internal const string Ddl = """
        create table if not exists {schema}.uitsluiting (
          zaaknummer text primary key,
          tijdvak text not null
        );
        create index if not exists uitsluiting_tijdvak on {schema}.uitsluiting (tijdvak)
        """;

    /// <summary>Whoever was asked for a completion, or left out of the list, and still takes part. What holds now, the state tells.</summary>
    private const string Kandidaten = """
        select k.zaaknummer from (
          select g.zaaknummer from aanvragen.gezegd g where (? = '' or g.tijdvak = ?) and g.soort = 'aanvulling-gevraagd'
          union select u.zaaknummer from aanvragen.uitsluiting u where (? = '' or u.tijdvak = ?)
        ) k
        join aanvragen.mt_doc_aanvraag a on a.id = k.zaaknummer
        where jsonb_array_length(coalesce(a.data -> 'besluiten', '[]')) = 0
          and not exists (select from aanvragen.gezegd v where v.zaaknummer = k.zaaknummer and v.soort = 'vervallen')
        """;

    /// <param name="Grond">niet-aangevuld or dubbele-aanvraag.</param>
    /// <param name="MededelenUiterlijk">The last day to tell the applicant (4:5, fourth paragraph, Awb).</param>
    /// <param name="MagOndertekenen">Whether the caller may sign now.</param>
    /// <param name="Hash">What is signed.</param>
    /// <param name="Door">Pseudonym of the assessor on whose word the proposal rests; absent when the list of the window alone says so.</param>
    /// <param name="WaaromNiet">Why who signs cannot sign it; absent when they can, and for who does not sign.</param>
    public sealed record Regel(
        string Zaaknummer,
        string Tijdvak,
        string KvkNummer,
        string Grond,
        string Uitleg,
        string Artikel,
        LocalDate MededelenUiterlijk,
        IReadOnlyList<string> Ontbreekt,
        bool MagOndertekenen,
        string Hash,
        LocalDate? AanvullenUiterlijk = null,
        Instant? AangevuldOp = null,
        string? Eerdere = null,
        string? Door = null,
        string? WaaromNiet = null
    );

    /// <param name="Voorstel">Absent when there is no ground (any more) not to handle it.</param>
    /// <param name="WaaromGeen">Why there is none; absent when there is.</param>
    public sealed record Stand(Regel? Voorstel = null, string? WaaromGeen = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/buitenbehandelingvoorstellen", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("buitenbehandelingvoorstellen")
            .Geeft<IReadOnlyList<Regel>>();
        api.MapGet("/aanvragen/{zaaknummer}/buitenbehandelingvoorstel", Toon)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar)
            .LegtInzageVast("buitenbehandelingvoorstel")
            .Geeft<Stand>();
    }

    /// <param name="tijdvak">Absent: of all windows.</param>
    /// <param name="na">The last day to tell and the number of the last case of the page before it, with a space between.</param>
    /// <param name="aantal">Absent: all.</param>
    private static async Task<Uitkomst> Voer(
        string? tijdvak,
        string? na,
        int? aantal,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (aantal is < 1 or > Hoogste)
        {
            return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} voorstellen per bladzijde."));
        }
        var nu = moment.Nu;
        var regels = await regelbron.Nu(ct);
        var venster = tijdvak ?? "";
        var zaken = await eenheid.Sessie.AdvancedSql.QueryAsync<string>(Kandidaten, ct, venster, venster, venster, venster);
        var aanvragen = await eenheid.Sessie.LoadManyAsync<Aanvraag>(ct, zaken);
        var voorstellen = aanvragen
            .Where(a => !a.HeeftBelang(persoon.Onderwerp))
            .Select(a => (Aanvraag: a, Voorstel: Voorgesteld.Van(a, regels, nu)))
            .Where(v => v.Voorstel is not null)
            .Select(v => (Plaats: Plaats(v.Aanvraag, v.Voorstel!), Regel: Regelvan(v.Aanvraag, v.Voorstel!, persoon, regels, nu)))
            .Where(v => string.IsNullOrEmpty(na) || string.CompareOrdinal(v.Plaats, na) > 0)
            .OrderBy(v => v.Plaats, StringComparer.Ordinal)
            .Select(v => v.Regel)
            .Take(aantal ?? int.MaxValue)
            .ToList();
        return Uitkomst.Ok(voorstellen) with { Zaken = [.. voorstellen.Select(v => v.Zaaknummer)] };
    }

    private static async Task<Uitkomst> Toon(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await aanvragen.Toon(
            zaaknummer,
            aanvraag =>
                Voorgesteld.Van(aanvraag, regels, nu) is { } voorstel
                    ? new Stand(Regelvan(aanvraag, voorstel, persoon, regels, nu))
                    : new Stand(WaaromGeen: Stellen.Beslis(aanvraag, persoon.Onderwerp, regels, nu).Weigering?.Uitleg),
            ct
        );
    }

    /// <summary>By which the list is in order.</summary>
    private static string Plaats(Aanvraag aanvraag, Voorgesteld voorstel) =>
        $"{LocalDatePattern.Iso.Format(voorstel.MededelenUiterlijk)} {aanvraag.Id}";

    internal static void Noteer(IDocumentSession sessie, AanvraagUitgeslotenBericht bericht) =>
        sessie.QueueSqlCommand(
            "insert into aanvragen.uitsluiting (zaaknummer, tijdvak) values (?, ?) on conflict (zaaknummer) do nothing",
            bericht.Zaaknummer,
            bericht.Tijdvak
        );

    private static Regel Regelvan(Aanvraag aanvraag, Voorgesteld voorstel, Persoon persoon, Regelstanden regels, Instant nu)
    {
        var tekent = persoon.Heeft(Rol.Medeondertekenaar);
        var weigering = Stellen.Beslis(aanvraag, persoon.Onderwerp, regels, nu).Weigering;
        return new(
            aanvraag.Id,
            aanvraag.Ingediend!.Tijdvak,
            aanvraag.KvkNummer,
            voorstel.Grond,
            voorstel.Uitleg,
            voorstel.Artikel,
            voorstel.MededelenUiterlijk,
            voorstel.Ontbreekt,
            tekent && weigering is null,
            voorstel.Hash(aanvraag.Id),
            voorstel.AanvullenUiterlijk,
            voorstel.AangevuldOp,
            voorstel.Eerdere,
            voorstel.DoorIemand,
            tekent ? weigering?.Uitleg : null
        );
    }
}
