using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What is wrong in a form: every field at once, in plain Dutch.</summary>
public static class Formuliercontrole
{
    private const int MeesteActiviteiten = 25;
    private const int MeesteRegels = 100;
    private const int MeesteTrajecten = 10_000;
    private const int LangsteTekst = 20_000;

    /// <summary>Values that can never be right, in a draft or at submission.</summary>
    public static IReadOnlyList<Fout> Fouten(Formulier formulier) =>
        [
            .. Onderneming(formulier.Onderneming),
            .. Activiteiten("activiteiten", formulier.Activiteiten),
            .. Plan(formulier.Plan),
            .. DeMinimis(formulier.Verklaringen?.DeMinimis),
        ];

    /// <summary>What must be there before an application can be submitted (2.8).</summary>
    public static IReadOnlyList<Fout> Ontbrekend(Formulier formulier)
    {
        var fouten = new List<Fout>();
        Eis(formulier.Onderneming is not null, "onderneming", "Vul de gegevens van uw onderneming in.", "artikel 2.8, eerste lid");
        Eis(
            formulier.Activiteiten is { Count: > 0 },
            "activiteiten",
            "Kies ten minste één activiteit en vul de begroting in.",
            "artikel 2.8, eerste lid, onderdeel b"
        );
        Eis(
            formulier.Plan is not null && Teksten(formulier.Plan).All(t => t.Tekst.Trim().Length > 0),
            "plan",
            "Beschrijf doelen, aanpak, resultaten en evaluatie.",
            "artikel 2.8, eerste lid, onderdeel a"
        );
        Eis(
            formulier.Verklaringen is not null,
            "verklaringen",
            "Vul de de-minimisverklaring en de mkb-verklaring in.",
            "artikel 2.8, tweede lid"
        );
        Eis(
            formulier.Verklaringen?.Waarheid ?? true,
            "verklaringen.waarheid",
            "Verklaar dat u alles naar waarheid heeft ingevuld.",
            "artikel 2.8, eerste lid"
        );
        Eis(formulier.Rekening is not null, "rekening", "Vul uw bankrekening in.", "artikel 2.8, eerste lid, onderdeel c");
        return fouten;

        void Eis(bool voldaan, string veld, string uitleg, string artikel)
        {
            if (!voldaan)
            {
                fouten.Add(new Fout(veld, uitleg, artikel));
            }
        }
    }

    public static IEnumerable<Fout> Activiteiten(string veld, IReadOnlyList<Activiteitgegevens>? activiteiten)
    {
        if (activiteiten is null)
        {
            yield break;
        }
        if (activiteiten.Count > MeesteActiviteiten)
        {
            yield return new Fout(veld, $"Vul ten hoogste {MeesteActiviteiten} activiteiten in.");
            yield break;
        }
        for (var i = 0; i < activiteiten.Count; i++)
        {
            foreach (var fout in Activiteit($"{veld}[{i}]", activiteiten[i]))
            {
                yield return fout;
            }
        }
    }

    private static IEnumerable<Fout> Onderneming(Ondernemingsgegevens? onderneming)
    {
        if (onderneming is null)
        {
            yield break;
        }
        if (Negatief(onderneming.Jaaromzet, "onderneming.jaaromzet") is { } omzet)
        {
            yield return omzet;
        }
        if (Negatief(onderneming.Balanstotaal, "onderneming.balanstotaal") is { } balans)
        {
            yield return balans;
        }
        if (onderneming.SbiCodes.Count is 0 or > MeesteRegels)
        {
            yield return new Fout("onderneming.sbiCodes", "Vul ten minste één SBI-code in, met de hoofdactiviteit als eerste.");
        }
        for (var i = 0; i < onderneming.SbiCodes.Count; i++)
        {
            var code = onderneming.SbiCodes[i];
            if (code.Length is < 2 or > 6 || !code.All(char.IsAsciiDigit))
            {
                yield return new Fout($"onderneming.sbiCodes[{i}]", "Vul een SBI-code in: 2 tot 6 cijfers zonder punten.");
            }
        }
    }

    private static IEnumerable<Fout> Activiteit(string veld, Activiteitgegevens activiteit)
    {
        if (activiteit.Soort is not ("A" or "B" or "C" or "D"))
        {
            yield return new Fout($"{veld}.soort", "Kies A, B, C of D.", "artikel 2.4, eerste lid");
            yield break;
        }
        var (eigen, extern_) = (activiteit.EigenUren ?? [], activiteit.ExterneUren ?? []);
        if (eigen.Count + extern_.Count > MeesteRegels)
        {
            yield return new Fout(veld, $"Vul ten hoogste {MeesteRegels} regels met uren in.");
        }
        for (var i = 0; i < eigen.Count; i++)
        {
            if (Negatief(eigen[i].Brutojaarloon, $"{veld}.eigenUren[{i}].brutojaarloon") is { } fout)
            {
                yield return fout;
            }
        }
        for (var i = 0; i < extern_.Count; i++)
        {
            if (Negatief(extern_[i].Uurtarief, $"{veld}.externeUren[{i}].uurtarief") is { } fout)
            {
                yield return fout;
            }
        }
        if (Negatief(activiteit.OverigeExterneKosten ?? 0m, $"{veld}.overigeExterneKosten") is { } kosten)
        {
            yield return kosten;
        }
        if (activiteit.Trajecten is < 0 or > MeesteTrajecten)
        {
            yield return new Fout($"{veld}.trajecten", $"Vul een aantal van 0 tot en met {MeesteTrajecten} in.");
        }
        var metKosten = activiteit.Soort is nameof(Activiteitsoort.A) or nameof(Activiteitsoort.C);
        if (!metKosten && (eigen.Count > 0 || extern_.Count > 0 || activiteit.OverigeExterneKosten > 0m))
        {
            yield return new Fout(veld, "Uren en kosten horen alleen bij A en C.", "artikel 2.14");
        }
        if (activiteit.Soort != nameof(Activiteitsoort.B) && activiteit.Trajecten > 0)
        {
            yield return new Fout($"{veld}.trajecten", "Trajecten horen alleen bij B.", "artikel 2.16");
        }
    }

    private static IEnumerable<Fout> Plan(Activiteitenplan? plan) =>
        plan is null
            ? []
            : Teksten(plan)
                .Where(t => t.Tekst.Length > LangsteTekst)
                .Select(t => new Fout($"plan.{t.Veld}", $"Deze tekst is te lang. Gebruik ten hoogste {LangsteTekst} tekens."));

    private static IEnumerable<(string Veld, string Tekst)> Teksten(Activiteitenplan plan) =>
        [("doelen", plan.Doelen), ("aanpak", plan.Aanpak), ("resultaten", plan.Resultaten), ("evaluatie", plan.Evaluatie)];

    private static IEnumerable<Fout> DeMinimis(DeMinimisverklaring? verklaring) =>
        verklaring switch
        {
            { Soort: Steunsoort.Ontvangen, Bedrag: null or <= 0m } =>
            [
                new Fout("verklaringen.deMinimis.bedrag", "Vul in hoeveel de-minimissteun u kreeg.", "artikel 2.8, tweede lid"),
            ],
            { Soort: Steunsoort.Geen, Bedrag: not (null or 0m) } =>
            [
                new Fout(
                    "verklaringen.deMinimis.bedrag",
                    "U verklaart dat u geen de-minimissteun kreeg. Haal het bedrag weg, of kies 'ontvangen'.",
                    "artikel 2.8, tweede lid"
                ),
            ],
            _ => [],
        };

    private static Fout? Negatief(decimal bedrag, string veld) =>
        bedrag < 0m ? new Fout(veld, "Een bedrag kan hier niet negatief zijn.") : null;
}
