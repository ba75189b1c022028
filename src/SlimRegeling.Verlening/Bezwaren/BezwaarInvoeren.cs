using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>An employee types in an objection that came by post; also one of someone else whose interest the decision touches.</summary>
public static class BezwaarInvoeren
{
    /// <param name="Indiener"><c>aanvrager</c> or <c>derde</c>.</param>
    /// <param name="OntvangenOp">The day on which the letter came in.</param>
    /// <param name="Poststempel">The day on which it was posted; absent when nobody can tell.</param>
    /// <param name="Ondertekend">Whether it is signed.</param>
    /// <param name="KvkNummer">Of who objects, when that is an enterprise.</param>
    public sealed record Verzoek(
        string Zaaknummer,
        string Besluit,
        string Indiener,
        LocalDate OntvangenOp,
        bool Ondertekend,
        LocalDate? Poststempel = null,
        LocalDate? Dagtekening = null,
        string? Naam = null,
        string? Adres = null,
        string? KvkNummer = null,
        string? Gronden = null,
        string? RedenTeLaat = null,
        bool? WilHoren = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren", Voer).Geeft<BezwaarIndienen.Ingediend>(201).Voor(Rol.Beoordelaar);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Moment moment,
        CancellationToken ct
    )
    {
        if (!Zaaknummer.TryParse(verzoek.Zaaknummer, null, out var zaaknummer))
        {
            return Weigering.Invoer(
                new Fout("zaaknummer", "Schrijf het zaaknummer zoals het in de brief staat, bijvoorbeeld SLIM-7K2M9QXW4D.")
            );
        }
        Uitkomst uitkomst = await verleningen.Lees(zaaknummer, ct) is { } verlening
            ? await register.Voeg(
                verlening,
                (andere, regels) => Beslis(verlening, andere, verzoek, inhoud => verleningen.Bewaar(zaaknummer, inhoud), regels, moment.Nu),
                ct
            )
            : Weigering.Invoer(new Fout("zaaknummer", "Met dit zaaknummer is hier geen zaak. Controleer het nummer."));
        return uitkomst with { Zaak = zaaknummer };
    }

    /// <param name="andere">The objections of the case that are there already.</param>
    /// <param name="bewaar">Keeps what was written; called only when it is taken.</param>
    public static Beslissing Beslis(
        Verlening verlening,
        IReadOnlyList<Bezwaar> andere,
        Verzoek verzoek,
        Func<Bezwaarinhoud, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu
    )
    {
        var besluiten = Bestreden.Van(verlening);
        var bestreden = besluiten.FirstOrDefault(b => b.Besluit == verzoek.Besluit.Trim());
        IReadOnlyList<Fout> fouten = [.. Fouten(verzoek, besluiten, bestreden, Moment.Dag(nu))];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if (
            verzoek.Indiener == Indiener.Aanvrager
            && andere.FirstOrDefault(b =>
                b.Betreft!.Besluit == bestreden!.Besluit && b.Betreft.Indiener == Indiener.Aanvrager && b.Ingetrokken is null
            )
                is { } eerder
        )
        {
            return Weigering.Van(
                "al-bezwaar-gemaakt",
                $"De aanvrager maakte al bezwaar tegen dit besluit, met nummer {eerder.Id}. Voeg deze brief daaraan toe.",
                "artikel 6:5 Awb"
            );
        }
        return Bezwaarregister.Ingediend(
            verlening,
            bestreden!,
            verzoek.Indiener,
            Indienwijze.Post,
            verzoek.OntvangenOp,
            verzoek.Poststempel,
            [.. Ontbreekt(verzoek)],
            verzoek.WilHoren,
            bewaar(
                new Bezwaarinhoud(
                    Tekst(verzoek.Naam),
                    Tekst(verzoek.Gronden),
                    Tekst(verzoek.RedenTeLaat),
                    Tekst(verzoek.Adres),
                    Tekst(verzoek.KvkNummer),
                    verzoek.Dagtekening
                )
            ),
            regels.Versie(bestreden!.Regelversie, nu),
            nu
        );
    }

    /// <summary>What the letter lacks (6:5 Awb); the decision that it is against is found, or it is not typed in.</summary>
    private static IEnumerable<string> Ontbreekt(Verzoek verzoek)
    {
        if (Tekst(verzoek.Naam) is null || Tekst(verzoek.Adres) is null)
        {
            yield return Bezwaareis.NaamAdres;
        }
        if (verzoek.Dagtekening is null)
        {
            yield return Bezwaareis.Dagtekening;
        }
        if (Tekst(verzoek.Gronden) is null)
        {
            yield return Bezwaareis.Gronden;
        }
        if (!verzoek.Ondertekend)
        {
            yield return Bezwaareis.Ondertekening;
        }
    }

    private static IEnumerable<Fout> Fouten(Verzoek verzoek, IReadOnlyList<Bestreden> besluiten, Bestreden? bestreden, LocalDate vandaag)
    {
        if (bestreden is null)
        {
            yield return new Fout(
                "besluit",
                besluiten.Count == 0
                    ? "Over deze zaak is nog geen besluit genomen. Controleer het zaaknummer."
                    : $"Kies het besluit waartegen het bezwaar is: {string.Join(", ", besluiten.Select(b => b.Besluit))}.",
                "artikel 6:5 Awb"
            );
        }
        if (verzoek.Indiener is not (Indiener.Aanvrager or Indiener.Derde))
        {
            yield return new Fout("indiener", "Kies wie bezwaar maakt: aanvrager of derde.", "artikel 1:2 Awb");
        }
        foreach (var fout in Brieffouten(verzoek.OntvangenOp, verzoek.Poststempel, verzoek.KvkNummer, bestreden?.Datum, vandaag))
        {
            yield return fout;
        }
    }

    /// <summary>What a letter cannot say.</summary>
    /// <param name="besloten">The date of the decision that it is against; null when that is not known.</param>
    internal static IEnumerable<Fout> Brieffouten(
        LocalDate ontvangenOp,
        LocalDate? poststempel,
        string? kvkNummer,
        LocalDate? besloten,
        LocalDate vandaag
    )
    {
        if (ontvangenOp > vandaag)
        {
            yield return new Fout(
                "ontvangenOp",
                "Kies de dag waarop de brief binnenkwam; die ligt niet in de toekomst.",
                "artikel 6:9 Awb"
            );
        }
        else if (besloten is { } datum && ontvangenOp < datum)
        {
            yield return new Fout(
                "ontvangenOp",
                $"Het besluit is van {Datumtekst.Van(datum)}. Een bezwaar ertegen kan niet eerder zijn ontvangen.",
                "artikel 6:10 Awb"
            );
        }
        if (poststempel > ontvangenOp)
        {
            yield return new Fout("poststempel", "Een brief is niet later gepost dan ontvangen. Kies een eerdere dag.", "artikel 6:9 Awb");
        }
        if (kvkNummer is { Length: > 0 } kvk && (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit)))
        {
            yield return new Fout("kvkNummer", "Een KVK-nummer heeft acht cijfers.");
        }
    }

    internal static string? Tekst(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
