using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The proposals that wait for a signature, those of the window that closed first first, and with the first of them what waits to mend a mistake, to be
/// withdrawn, or of a project that runs; not in cases in which who looks declared an interest of their own.
/// </summary>
public static class Voorgelegde
{
    private const int Standaard = 50;
    private const int Hoogste = 200;

    /// <param name="Soort">verlenen or afwijzen.</param>
    /// <param name="Subsidie">Euro, like the next.</param>
    /// <param name="Hash">What is signed.</param>
    /// <param name="BeslissenUiterlijk">The last day of the term to decide.</param>
    /// <param name="WaaromNiet">Why the caller cannot sign it; absent when they can.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Tijdvak,
        string Aanvragertype,
        string Soort,
        IReadOnlyList<string> Gronden,
        decimal Subsidie,
        decimal Voorschot,
        string Hash,
        string Beoordelaar,
        Instant BeoordeeldOp,
        LocalDate BeslissenUiterlijk,
        bool RegelsGewijzigd,
        string? WaaromNiet = null
    );

    /// <param name="Herstel">What waits to mend a mistake in a decision; none on a next page.</param>
    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one.</param>
    /// <param name="Intrekkingen">What lies ready to be withdrawn; absent when nothing does, and on a next page.</param>
    /// <param name="Projecten">What lies ready of projects that run: changes and second advances; absent when nothing does, and on a next page.</param>
    public sealed record Lijst(
        IReadOnlyList<Regel> Voorstellen,
        IReadOnlyList<Wachtendherstel.Regel> Herstel,
        string? Volgende = null,
        IReadOnlyList<Wachtendeintrekking.Regel>? Intrekkingen = null,
        IReadOnlyList<Wachtendproject.Regel>? Projecten = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ondertekeningen", Voer).Voor(Rol.Medeondertekenaar).LegtInzageVast("ondertekeningen").Geeft<Lijst>();

    private static async Task<Uitkomst> Voer(
        string? na,
        int? aantal,
        Werkeenheid<VerleningContext> eenheid,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (aantal is < 1 or > Hoogste)
        {
            return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} voorstellen per bladzijde."));
        }
        if (na is { Length: > 0 } && !Zaaknummer.TryParse(na, null, out _))
        {
            return Weigering.Invoer(new Fout("na", "Geef de waarde van 'volgende' uit de vorige bladzijde."));
        }
        var hoeveel = aantal ?? Standaard;
        string[] gesloten = [.. await belangen.Gesloten(persoon.Onderwerp, ct)];
        var gevonden = await Zoek(eenheid.Sessie, gesloten, na, hoeveel + 1, ct);
        var bladzijde = gevonden.Take(hoeveel).ToList();
        var eerste = string.IsNullOrEmpty(na);
        var herstel = eerste ? await Wachtendherstel.Zoek(eenheid.Sessie, gesloten, ct) : [];
        var intrekkingen = eerste ? await Wachtendeintrekking.Zoek(eenheid.Sessie, gesloten, ct) : [];
        var projecten = eerste ? await Wachtendproject.Zoek(eenheid.Sessie, gesloten, ct) : [];
        string[] zaken = [.. bladzijde.Concat(herstel).Concat(intrekkingen).Concat(projecten).Select(v => v.Id).Distinct()];
        var metBelang = await belangen.Bij(zaken, ct);
        var bezwaren = await register.VanElk([.. herstel.Concat(intrekkingen).Select(v => v.Id).Distinct()], ct);
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return Uitkomst.Ok(
            new Lijst(
                [.. bladzijde.Select(v => Toon(v, persoon.Onderwerp, [.. metBelang[v.Id]], regels, nu))],
                [.. herstel.Select(v => Wachtendherstel.Toon(v, [.. bezwaren[v.Id]], persoon.Onderwerp, [.. metBelang[v.Id]], regels, nu))],
                gevonden.Count > hoeveel ? bladzijde[^1].Id : null,
                intrekkingen.Count == 0
                    ? null
                    :
                    [
                        .. intrekkingen.Select(v =>
                            Wachtendeintrekking.Toon(v, [.. bezwaren[v.Id]], persoon.Onderwerp, [.. metBelang[v.Id]], regels, nu)
                        ),
                    ],
                projecten.Count == 0
                    ? null
                    : [.. projecten.SelectMany(v => Wachtendproject.Toon(v, persoon.Onderwerp, [.. metBelang[v.Id]], regels, nu))]
            )
        ) with
        {
            Zaken = zaken,
        };
    }

    private static Task<IReadOnlyList<Verlening>> Zoek(
        IDocumentSession sessie,
        string[] gesloten,
        string? na,
        int hoeveel,
        CancellationToken ct
    )
    {
        const string Wacht = "where data ->> 'ligtVoor' is not null and id <> all(?)";
        const string Plaats = "data -> 'voorstel' ->> 'tijdvakGesloten'";
        return string.IsNullOrEmpty(na)
            ? sessie.QueryAsync<Verlening>($"{Wacht} order by {Plaats}, id limit ?", ct, gesloten, hoeveel)
            : sessie.QueryAsync<Verlening>(
                $"{Wacht} and ({Plaats}, id) > (select {Plaats}, id from verlening.mt_doc_verlening where id = ?) order by {Plaats}, id limit ?",
                ct,
                gesloten,
                na.ToUpperInvariant(),
                hoeveel
            );
    }

    private static Regel Toon(Verlening verlening, string wie, IReadOnlyCollection<string> metBelang, Regelstanden regels, Instant nu)
    {
        var voorstel = verlening.Voorstel!;
        var versie = regels.Versie(voorstel.Regelversie, nu);
        return new(
            verlening.Id,
            voorstel.KvkNummer,
            voorstel.Tijdvak,
            voorstel.Aanvragertype,
            voorstel.Soort,
            voorstel.Gronden,
            voorstel.Subsidie,
            voorstel.Voorschot,
            verlening.Voorstelhash!,
            voorstel.Beoordelaar,
            voorstel.BeoordeeldOp,
            voorstel.Beslistermijn(versie).LaatsteDag,
            voorstel.Regelhash != versie.Hash,
            Ondertekenen.Beslis(verlening.Id, verlening, verlening.Voorstelhash!, wie, regels, nu, metBelang).Weigering?.Uitleg
        );
    }
}
