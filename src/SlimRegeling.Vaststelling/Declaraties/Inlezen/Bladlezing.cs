namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Reads the rows of a sheet on our template: the case, the headings in any order, then the lines. Empty rows are passed over; what is hidden or
/// has no heading is told. Where the first row promises the row that closes, a sheet without it was cut off, wherever that was.
/// </summary>
internal sealed class Bladlezing(string zaaknummer, Bevindingen bevindingen)
{
    /// <summary>A year of hours of some hundred people, with room.</summary>
    public const int MeesteRegels = 25_000;

    /// <summary>With this a line begins that shows how it is done.</summary>
    public const string Voorbeeld = "voorbeeld";

    /// <summary>Alone on its row this closes the lines.</summary>
    public const string Slotwoord = "Einde";

    /// <summary>Beside the number of the case it says that a row closes the lines.</summary>
    public const string Belofte = $"Laatste regel: {Slotwoord}";

    private const string Zaakkop = "Zaaknummer";

    private readonly List<Kostenregel> _regels = [];
    private Dictionary<Kolom, int>? _plaatsen;
    private Regelvertaler? _vertaler;
    private bool _isZaakGezien;
    private bool _isSlotBeloofd;
    private bool _isGesloten;

    public List<Kostenregel> Lees(IEnumerable<Bladrij> rijen, CancellationToken ct)
    {
        var (laatste, zonderEinde) = (0, false);
        foreach (var rij in rijen)
        {
            (laatste, zonderEinde) = (rij.Nummer, rij.ZonderEinde);
            if (rij.Nummer % 256 == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
            if (rij.IsLeeg)
            {
                continue;
            }
            // Lines below headings that are not understood would be wrong a thousand times over.
            if (!Neem(rij) || bevindingen.Vol)
            {
                return [];
            }
        }
        if (_vertaler is null)
        {
            throw Onleesbaar.GeenSjabloon();
        }
        if (!_isGesloten && (_isSlotBeloofd || zonderEinde))
        {
            throw Afgebroken(laatste);
        }
        if (_regels.Count == 0 && bevindingen.Geen)
        {
            bevindingen.Bestand("Er staan geen regels met kosten in dit bestand. Vul het sjabloon vanaf de derde regel.");
        }
        return _regels;
    }

    /// <returns>Whether it can be read on.</returns>
    private bool Neem(Bladrij rij)
    {
        if (rij.Verborgen)
        {
            bevindingen.Rij(rij.Nummer, "deze regel is verborgen. Maak haar zichtbaar (zet ook filters uit) of verwijder haar.");
        }
        if (!_isZaakGezien)
        {
            Zaak(rij);
            (_isZaakGezien, _isSlotBeloofd) = (true, Belofte.Equals(rij[2].Waarde, StringComparison.OrdinalIgnoreCase));
        }
        else if (_vertaler is null)
        {
            if (Koppen(rij) is not { } plaatsen)
            {
                return false;
            }
            _plaatsen = plaatsen;
            _vertaler = new(plaatsen, bevindingen);
        }
        else if (_isGesloten)
        {
            throw new Onleesbaar(
                $"Regel {rij.Nummer}: hier staat iets onder de regel '{Slotwoord}'. Zet alle regels daarboven, of haal weg wat eronder staat, en lees het bestand dan opnieuw in.",
                rij.Nummer
            );
        }
        else if (IsSlot(rij))
        {
            _isGesloten = true;
        }
        else
        {
            Regel(rij, _vertaler, _plaatsen!);
        }
        return true;
    }

    private void Zaak(Bladrij rij)
    {
        if (!Zaakkop.Equals(rij[0].Waarde, StringComparison.OrdinalIgnoreCase))
        {
            throw Onleesbaar.GeenSjabloon();
        }
        if (rij[1] is not { Soort: Celsoort.Tekst, Waarde: { } genoemd })
        {
            throw new Onleesbaar(
                $"Regel {rij.Nummer}, kolom B: hier hoort het zaaknummer {zaaknummer} te staan. Haal het sjabloon op bij deze zaak.",
                rij.Nummer
            );
        }
        if (!genoemd.Equals(zaaknummer, StringComparison.OrdinalIgnoreCase))
        {
            throw new Onleesbaar(
                $"Regel {rij.Nummer}, kolom B: dit bestand is van zaak '{Kort(genoemd)}' en niet van {zaaknummer}. Kies het bestand van deze zaak.",
                rij.Nummer
            );
        }
    }

    private Dictionary<Kolom, int>? Koppen(Bladrij rij)
    {
        var plaatsen = new Dictionary<Kolom, int>();
        var goed = true;
        for (var i = 0; i < Math.Min(rij.Aantal, Bladrij.Breedte); i++)
        {
            if (rij[i] is not { IsLeeg: false, Waarde: var genoemd })
            {
                continue;
            }
            if (Kolom.Zoek(genoemd ?? "") is not { } kolom)
            {
                goed = false;
                bevindingen.Plaats(
                    rij.Nummer,
                    i,
                    $"de kop '{Kort(genoemd ?? "")}' kennen wij niet. Gebruik de koppen van het sjabloon, en zet eigen aantekeningen op een ander blad."
                );
            }
            else if (!plaatsen.TryAdd(kolom, i))
            {
                goed = false;
                bevindingen.Plaats(rij.Nummer, i, $"de kop '{kolom.Kop}' staat er twee keer. Verwijder een van beide kolommen.");
            }
        }
        if (rij.Buiten is { } buiten)
        {
            goed = false;
            bevindingen.Plaats(rij.Nummer, buiten, "dit staat buiten het sjabloon. Haal het weg.");
        }
        foreach (var kolom in (Kolom[])[Kolom.Soort, Kolom.Activiteit])
        {
            if (!plaatsen.ContainsKey(kolom))
            {
                goed = false;
                bevindingen.Rij(rij.Nummer, $"de kolom {kolom.Kop} ontbreekt. Haal het sjabloon opnieuw op.");
            }
        }
        return goed ? plaatsen : null;
    }

    private void Regel(Bladrij rij, Regelvertaler vertaler, Dictionary<Kolom, int> plaatsen)
    {
        // Nobody can tell whether its last value is whole.
        if (rij.ZonderEinde)
        {
            throw Afgebroken(rij.Nummer);
        }
        if (plaatsen.TryGetValue(Kolom.Kenmerk, out var kenmerk) && IsVoorbeeld(rij[kenmerk]))
        {
            bevindingen.Meld($"Regel {rij.Nummer} is een voorbeeld uit het sjabloon en is niet meegenomen.");
            return;
        }
        if (_regels.Count == MeesteRegels)
        {
            throw new Onleesbaar(
                $"In dit bestand staan meer dan {MeesteRegels} regels. Meer kunnen wij in één keer niet lezen. Neem weken of facturen samen, of neem contact met ons op.",
                rij.Nummer
            );
        }
        for (var i = 0; i < Math.Min(rij.Aantal, Bladrij.Breedte); i++)
        {
            if (!rij[i].IsLeeg && !plaatsen.ContainsValue(i))
            {
                Buiten(rij, i);
                return;
            }
        }
        if (rij.Buiten is { } buiten)
        {
            Buiten(rij, buiten);
            return;
        }
        if (vertaler.Vertaal(rij) is { } regel)
        {
            _regels.Add(regel);
        }
    }

    // In a CSV it is where a value with a separator in it was not put between quotes, so that all behind it has moved.
    private void Buiten(Bladrij rij, int kolom) =>
        bevindingen.Plaats(
            rij.Nummer,
            kolom,
            "hier staat iets in een kolom zonder kop. Haal het weg. Is het een CSV-bestand? Zet dan een waarde met een komma of puntkomma erin tussen aanhalingstekens."
        );

    private Onleesbaar Afgebroken(int rij) =>
        new(
            _isSlotBeloofd
                ? $"Regel {rij}: hier houdt het bestand op zonder de regel '{Slotwoord}'. Misschien is het niet heel overgekomen. Controleer of al uw regels er staan, zet '{Slotwoord}' op een nieuwe regel daaronder en lees het bestand dan opnieuw in."
                : $"Regel {rij}: hier houdt het bestand op zonder nieuwe regel. Misschien is het niet heel overgekomen. Controleer of al uw regels er staan, zet een nieuwe regel achter de laatste en lees het bestand dan opnieuw in.",
            rij
        );

    private static bool IsSlot(Bladrij rij)
    {
        var (gevuld, slot) = (0, false);
        for (var i = 0; i < Math.Min(rij.Aantal, Bladrij.Breedte); i++)
        {
            if (!rij[i].IsLeeg)
            {
                gevuld++;
                slot = Slotwoord.Equals(rij[i].Waarde, StringComparison.OrdinalIgnoreCase);
            }
        }
        return slot && gevuld == 1 && rij.Buiten is null;
    }

    private static bool IsVoorbeeld(Cel cel) => cel.Waarde?.StartsWith(Voorbeeld, StringComparison.OrdinalIgnoreCase) == true;

    private static string Kort(string tekst) => tekst.Length <= 40 ? tekst : $"{tekst[..40]}…";
}
